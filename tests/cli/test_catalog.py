import hashlib
import json

from tests.cli.conftest import Cli


def test_every_requirement_is_listed_with_its_title(cli: Cli) -> None:
    outcome = cli("catalog")
    assert outcome.code == 0
    assert sum(line.startswith("  N29-") for line in outcome.out.splitlines()) == 88
    assert "  N29-2.07  实施团体标准培优计划" in outcome.out


def test_english_titles(cli: Cli) -> None:
    assert "Party leadership over standardization work" in cli("catalog", "--lang", "en").out


def test_json_has_documents_and_requirements_in_both_languages(cli: Cli) -> None:
    data = cli("catalog", "--json").json
    assert data["documents"][0]["number"] == "国标委发〔2022〕29号"
    assert len(data["documents"][0]["articles"]) == 8
    assert len(data["requirements"]) == 88
    wanted = {
        "id",
        "document",
        "article",
        "change",
        "title",
        "statement",
        "guidance",
        "anchors",
        "evidence",
        "department",
        "hash",
    }
    for item in data["requirements"]:
        assert set(item) == wanted
        pairs = [item[name] for name in ("title", "statement", "guidance", "department")]
        for pair in [*pairs, *item["anchors"], *item["evidence"]]:
            assert set(pair) == {"zh", "en"}
            assert all(pair.values())
        assert len(item["anchors"]) == 4
    changes = {item["article"]: item["change"] for item in data["requirements"]}
    assert changes[1] is None
    assert [changes[n] for n in (2, 3, 4, 5)] == [
        "supply",
        "application",
        "openness",
        "development",
    ]


def test_the_hash_can_be_computed_from_the_json(cli: Cli) -> None:
    item = cli("catalog", "--json").json["requirements"][0]
    content = {
        name: value for name, value in item.items() if name not in ("hash", "document", "change")
    }
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert item["hash"] == hashlib.sha256(canonical.encode()).hexdigest()
