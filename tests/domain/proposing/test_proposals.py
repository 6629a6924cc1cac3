from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.limits import TITLE
from app.domain.proposals import Proposal, propose
from app.domain.vocabulary import EvidenceKind

_NOTICE = """浙江省人民政府办公厅文件

浙政办发〔2023〕24 号

浙江省人民政府办公厅关于印发浙江省
国家标准化创新发展试点工作方案的通知

各市、县（市、区）人民政府，省政府直属各单位：
    根据国标委发〔2022〕29号的要求，按照GB/T 1.1—2020制定本方案。

浙江省人民政府办公厅
2023 年 3 月 27 日
（此件公开发布）
"""

_STANDARD = """ICS 03.120.10
CCS A 00
中华人民共和国国家标准
GB/T 19001—2016/ISO 9001:2015
代替 GB/T 19001—2008
质量管理体系 要求
Quality management systems—Requirements
2016-12-30 发布 2017-07-01 实施
中华人民共和国国家质量监督检验检疫总局 中国国家标准化管理委员会 发 布
"""

_MINUTES = """标准化工作联席会议纪要
会议时间：2023年5月9日
会议地点：第一会议室
"""

_AGREEMENT = """长三角标准化合作协议
甲方：上海市市场监督管理局
乙方：浙江省市场监督管理局
签订日期：二〇二二年十二月二十日
"""


def test_a_notice() -> None:
    proposal = propose(["二、标准供给", "2.07 团体标准培优计划", "扫描件0001.pdf"], _NOTICE)
    assert proposal.title == (
        "浙江省人民政府办公厅关于印发浙江省国家标准化创新发展试点工作方案的通知"
    )
    assert proposal.document_number == "浙政办发〔2023〕24号"
    assert proposal.issuing_body == "浙江省人民政府办公厅"
    assert proposal.formed_on == date(2023, 3, 27)
    assert proposal.kind is EvidenceKind.POLICY
    assert [one.designation for one in proposal.standards] == ["GB/T 1.1-2020"]
    assert proposal.requirement_id == "N29-2.07"


def test_a_standard() -> None:
    proposal = propose(["GB∕T 19001-2016 质量管理体系 要求.pdf"], _STANDARD)
    assert proposal.title == "GB/T 19001-2016 质量管理体系 要求"
    assert proposal.document_number == "GB/T 19001-2016"
    assert proposal.issuing_body == (
        "中华人民共和国国家质量监督检验检疫总局、中国国家标准化管理委员会"
    )
    assert proposal.formed_on == date(2016, 12, 30)
    assert proposal.kind is EvidenceKind.STANDARD
    assert "ISO 9001:2015" in [one.designation for one in proposal.standards]


def test_minutes() -> None:
    proposal = propose(["IMG_20230601_101010.pdf"], _MINUTES)
    assert proposal.title == "标准化工作联席会议纪要"
    assert proposal.formed_on == date(2023, 5, 9)
    assert proposal.kind is EvidenceKind.MINUTES
    assert proposal.document_number == ""


def test_an_agreement() -> None:
    proposal = propose(["协议.docx"], _AGREEMENT)
    assert proposal.formed_on == date(2022, 12, 20)
    assert proposal.kind is EvidenceKind.CONTRACT


def test_a_cited_number_is_not_the_documents_own() -> None:
    text = "工作总结\n根据国标委发〔2022〕29号，我省开展试点。\n"
    assert propose(["总结.docx"], text).document_number == ""


def test_a_name_alone_says_much() -> None:
    proposal = propose(["关于印发试点方案的通知（浙政办发[2023]024号）20230327.pdf"], "")
    assert proposal.document_number == "浙政办发〔2023〕24号"
    assert proposal.formed_on == date(2023, 3, 27)
    assert proposal.kind is EvidenceKind.POLICY
    assert "〔" not in proposal.title
    assert proposal.title.startswith("关于印发试点方案的通知")


def test_nothing_is_proposed_from_nothing() -> None:
    assert propose([], "") == Proposal()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["2.07 团体标准培优计划", "a.pdf"], "N29-2.07"),
        (["2.7团体标准", "a.pdf"], "N29-2.07"),
        (["2.07-01 名称.pdf"], "N29-2.07"),
        (["2.07.pdf"], "N29-2.07"),
        (["N29-2.07", "a.pdf"], "N29-2.07"),
        (["n29-5.15 说明.pdf"], "N29-5.15"),
        (["附件（N29-3.01）.pdf"], "N29-3.01"),
        (["二、标准供给", "（七）团体标准", "a.pdf"], "N29-2.07"),
        (["二、标准供给", "(7) 团体标准", "a.pdf"], "N29-2.07"),
        (["第四条", "（十三）国际交流", "子文件夹", "a.pdf"], "N29-4.13"),
        (["二、标准供给（七）", "a.pdf"], "N29-2.07"),
        (["二、标准供给", "2.08 其他", "a.pdf"], "N29-2.08"),
        (["2.08 其他", "3.01 名称.pdf"], "N29-3.01"),
        (["X-01 自设", "a.pdf"], "X-01"),
        (["二、标准供给", "a.pdf"], ""),
        (["（七）团体标准", "a.pdf"], ""),
        (["九、其他", "（一）", "a.pdf"], ""),
        (["2023.05 材料", "a.pdf"], ""),
        (["2.07.2023", "a.pdf"], ""),
        (["2.5万元合同.pdf"], ""),
        (["一份材料.pdf"], ""),
        (["v2.0", "a.pdf"], ""),
        (["2.00", "a.pdf"], ""),
        (["三、推进（二）", "（五）城市标准化", "a.pdf"], "N29-3.05"),
    ],
)
def test_folders_propose_the_requirement(parts: list[str], expected: str) -> None:
    assert propose(parts, "").requirement_id == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("试点工作方案.pdf", EvidenceKind.PLAN),
        ("关于印发试点工作方案的通知.pdf", EvidenceKind.POLICY),
        ("标准化专项资金奖励办法.pdf", EvidenceKind.POLICY),
        ("2023年工作总结.docx", EvidenceKind.REPORT),
        ("联席会议纪要.pdf", EvidenceKind.MINUTES),
        ("团体标准统计表.xlsx", EvidenceKind.STATISTICS),
        ("表1.xlsx", EvidenceKind.STATISTICS),
        ("质量管理体系认证证书.pdf", EvidenceKind.CERTIFICATE),
        ("中国标准创新贡献奖获奖证书.jpg", EvidenceKind.AWARD),
        ("长三角合作协议.pdf", EvidenceKind.CONTRACT),
        ("现场.JPG", EvidenceKind.PHOTOGRAPH),
        ("人民日报报道.pdf", EvidenceKind.MEDIA),
        ("主页.html", EvidenceKind.WEB_PAGE),
        ("DB33_T 1234-2021 数字化改革术语.pdf", EvidenceKind.STANDARD),
        ("T_CAS 123-2020.pdf", EvidenceKind.STANDARD),
        ("abc.pdf", None),
        ("Minutes of the steering group on the annual plan.docx", EvidenceKind.MINUTES),
        ("Annual Report 2023.pdf", EvidenceKind.REPORT),
        ("Province_Interim_Self-assessment.pdf", EvidenceKind.REPORT),
        ("Notice on printing the Implementation Plan.pdf", EvidenceKind.POLICY),
        ("About the news.pdf", EvidenceKind.MEDIA),
        ("Cooperation Agreement with ISO.pdf", EvidenceKind.CONTRACT),
        ("Planning.pdf", None),
        ("NEWS2x.pdf", None),
        ("Award certificate.jpg", EvidenceKind.CERTIFICATE),
    ],
)
def test_names_propose_the_kind(name: str, expected: EvidenceKind | None) -> None:
    assert propose([name], "").kind is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2.07-01 工作方案.pdf", "工作方案"),
        ("2.07 工作方案 - 副本.pdf", "工作方案"),
        ("3、工作方案(1).pdf", "工作方案"),
        ("01_工作_方案.pdf", "工作 方案"),
        ("2023年工作总结.docx", "2023年工作总结"),
        ("浙政办发〔2023〕24号 工作方案.pdf", "工作方案"),
        ("3个团体标准.pdf", "3个团体标准"),
        ("GB_T 1.1-2020 标准化工作导则（正式版）.pdf", "GB/T 1.1-2020 标准化工作导则（正式版）"),
        ("附件1：名单.pdf", "附件1：名单"),
        ("微信图片_20230327101010.jpg", "微信图片 20230327101010"),
        ("没有后缀的文件名", "没有后缀的文件名"),
        ("版本1.5", "版本1.5"),
        (".pdf", ".pdf"),
    ],
)
def test_names_propose_the_title(name: str, expected: str) -> None:
    assert propose([name], "").title == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布日期：2023-03-27", date(2023, 3, 27)),
        ("二〇二三年三月二十七日", date(2023, 3, 27)),
        ("二○二三年十月十日", date(2023, 10, 10)),
        ("（2023年3月27日）", date(2023, 3, 27)),
        ("2023/3/27", date(2023, 3, 27)),
        ("2023.3.27", date(2023, 3, 27)),
        ("2023年2月30日", None),
        ("二〇二三年十三月一日", None),
        ("自2023年3月27日起施行，有效期五年。", None),
        ("电话 0571-2023-3-27", None),
    ],
)
def test_texts_propose_the_date(text: str, expected: date | None) -> None:
    assert propose(["a.pdf"], text).formed_on == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省市场监督管理局 浙江省财政厅 文件\n", "浙江省市场监督管理局、浙江省财政厅"),
        ("上海市市场监督管理局关于开展试点的通知\n", "上海市市场监督管理局"),
        ("正文。\n中国标准化协会\n2023年3月27日\n", "中国标准化协会"),
        ("正文。\n张三\n2023年3月27日\n", ""),
        ("分析报告\n江海省市场监督管理局\n2024年11月\n正文", "江海省市场监督管理局"),
        ("分析报告\n江海省市场监督管理局\n二〇二四年十一月\n正文", "江海省市场监督管理局"),
        ("江海省市场监督管理局\n2024年11月起施行", ""),
        ("发证机关：国家认证认可监督管理委员会", "国家认证认可监督管理委员会"),
    ],
)
def test_texts_propose_the_body(text: str, expected: str) -> None:
    assert propose(["a.pdf"], text).issuing_body == expected


@given(st.lists(st.text(max_size=300), max_size=4), st.text(max_size=300))
def test_no_name_and_no_text_is_too_strange(parts: list[str], text: str) -> None:
    proposal = propose(parts, text)
    assert len(proposal.title) <= TITLE
    assert not set(proposal.title) & {"\x00", "\n", "\u200b"}


@given(st.text("二、（七）2.07-X1 标准团体年月日〇三十关于的通知局\n文件〔〕号", max_size=80))
def test_nor_is_one_of_their_own_signs(text: str) -> None:
    propose(text.split("\n"), text)
