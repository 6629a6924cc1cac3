"""Texts of files for a search to be measured on, without the files themselves."""

from __future__ import annotations

import random
import re
import zlib

from app.queries.search.index import Entry, TextIndex
from app.queries.search.tokens import tokens
from benchmarks.filling import digest_of

WORDS = re.findall(
    r"\w+",
    """
    国家 标准化 创新 发展 试点 工作 方案 团体标准 培优 计划 联席会议 审议 通过 政府 主导 市场
    驱动 企业 为主 社会 参与 团体 标准 地方 行业 制定 实施 监督 评估 质量 提升 产业 数字 服务
    乡村 绿色 低碳 国际 合作 人才 队伍 建设 技术 研究 检验 检测 认证 机构 主管 部门 责任 单位
    完成 时限 经费 保障 宣传 培训 推广 经验 做法 成效 问题 措施 农业 工业 消费品 装备制造 新材料
    生物医药 养老 托育 教育 卫生 交通运输 物流 金融 旅游 文化 体育 气象 海洋 林业 水利 应急 消防
    公共安全 节能 减排 碳达峰 循环经济 知识产权 专利 实验室 计量 品牌 信用 营商环境 县域 社区 物业
    园区 产业链 供应链 贸易 便利化 对外开放 一带一路 互认 比对 采信 联盟 协会 学会 高校 科研院所
    专家 委员会 秘书处 备案 公开 声明 排行榜 领跑者 抽查 举报 处理 通报 考核 奖励 资金 补助 年度
    """,
)
_PARTS = 400
_PART = 500  # characters
_PARTS_EACH = 7
_BATCH = 1_000
# What stands in one text of fifty, and in one of two thousand.
SELDOM, RARE = "氢能", "量子计量"


def put_texts(index: TextIndex, count: int) -> int:
    """A text of its own for each of `count` files; the bytes of all as UTF-8.

    The texts are put together from parts whose tokens were found before, which takes a fifth of
    the time: each part ends with a sentence, where tokens end as well.
    """
    luck = random.Random(1)
    parts = [(text, tokens(text)) for text in (_part(luck) for _ in range(_PARTS))]
    size = 0
    for start in range(0, count, _BATCH):
        entries = []
        for number in range(start, min(start + _BATCH, count)):
            head = _head(number)
            chosen = [(head, tokens(head)), *luck.choices(parts, k=_PARTS_EACH)]
            content = "".join(text for text, _ in chosen).encode("utf-8")
            found = " ".join(one for _, one in chosen)
            entry = Entry(zlib.compress(content, 1), found, ["GB/T 1.1-2020"])
            entries.append((digest_of(number), entry))
            size += len(content)
        index.put_entries(entries)
    return size


def _part(luck: random.Random) -> str:
    """Sentences of words that the field uses, so that most of them stand in most texts."""
    text = ""
    while len(text) < _PART:
        text += "".join(luck.choices(WORDS, k=luck.randint(4, 12))) + luck.choice("，。；、")
    return text[: _PART - 2] + "。\n"


def _head(number: int) -> str:
    seldom = SELDOM if number % 50 == 0 else ""
    rare = RARE if number % 2_000 == 0 else ""
    return f"第{number}号文件，按照GB/T 1.1—2020。{seldom}{rare}。\n"
