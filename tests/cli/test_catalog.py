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


def test_json_counts_and_no_reference_dangles(cli: Cli) -> None:
    data = cli("catalog", "--json").json
    assert {name: len(data[name]) for name in data if name not in ("references", "indicators")} == {
        "documents": 5,
        "requirements": 88,
        "clauses": 35,
        "key_points": 89,
        "plan_tasks": 16,
        "unmatched": 3,
    }
    ids = {
        name: {row["id"] for row in data[name]}
        for name in data
        if name
        not in (
            "references",
            "unmatched",
        )
    }
    lists = {"requirement": "requirements", "clause": "clauses", "key_point": "key_points"}
    lists["indicator"] = "indicators"
    for row in data["references"]:
        ends = {name: row[name] for name in lists if name in row}
        assert len(ends) == 2
        assert all(ends[name] in ids[lists[name]] for name in ends)
        assert set(row["why"]) == {"zh", "en"}
    targets = {one["id"] for document in data["documents"] for one in document.get("targets", ())}
    for row in data["indicators"]:
        assert row["document"] is None or row["document"] in ids["documents"]
        assert row["clause"] is None or row["clause"] in ids["clauses"]
        assert row["plan_target"] is None or row["plan_target"] in targets
        assert set(row["requirements"]) <= ids["requirements"]
    for name in ("clauses", "key_points", "plan_tasks"):
        assert {row["document"] for row in data[name]} <= ids["documents"]
        assert {row["wording"] for row in data[name]} <= {"official", "working"}
