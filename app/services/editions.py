"""Taking a newer edition of the catalogue over: one step, and no answer is lost by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalog.editions import Difference, differences
from app.catalog.requirement import requirement_from_dict
from app.catalog.schema import Document
from app.domain.changes import Changes
from app.domain.editions import Kind
from app.domain.own import OWN_DOCUMENT
from app.domain.vocabulary import Progress
from app.errors import UserError
from app.models import (
    ArticleRow,
    DocumentRow,
    EvidenceLink,
    IndicatorLink,
    PlanLink,
    PracticeLink,
    RequirementRow,
    Response,
    SchemeRow,
)
from app.services.catalogue_rows import article_row, document_row, requirement_rows, values_of
from app.services.fields import assign
from app.services.joined_answers import joined, proof_of_both
from app.services.moving import move
from app.store.workbook import Workbook

_Link: TypeAlias = EvidenceLink | IndicatorLink | PlanLink | PracticeLink
# What of an answer is copied where its requirement was split.
_ANSWER = (
    "progress",
    "level",
    "reason",
    "narrative",
    "problems",
    "next_steps",
    "unit",
    "due",
    "review",
)


def take_over(workbook: Workbook, document: Document) -> Changes:
    """Put another edition of the Notice in force.

    An answer goes with its requirement. Where the text is another it is marked for another look;
    where a requirement was split it is copied to every part; where several were merged their
    answers are joined. What the edition leaves out, and the sources of what it merges, stay as
    retired requirements with their answers. Raises UserError `edition.…` where the edition does
    not follow on the present one.
    """
    with workbook.write("edition.take-over", version=document.version) as unit:
        session = unit.session
        present = session.scalars(select(DocumentRow).where(DocumentRow.id != OWN_DOCUMENT)).one()
        if present.id != document.id:
            raise UserError("edition.other-document", document=document.id, present=present.id)
        unit.params["previous"] = present.version
        _TakeOver(session, present.version, document).run()
        assign(present, values_of(document_row(document)))
    return unit.changes


def mark_reviewed(workbook: Workbook, requirement_id: str) -> Changes:
    """Say that an answer was looked at and fits the wording. UserError `requirement.unknown`."""
    with workbook.write("answer.reviewed", requirement=requirement_id) as unit:
        row = unit.session.scalar(select(Response).where(Response.requirement_id == requirement_id))
        if row is None:
            raise UserError("requirement.unknown", requirement=requirement_id)
        assign(row, {"review": None})
    return unit.changes


class _TakeOver:
    def __init__(self, session: Session, version: str, document: Document) -> None:
        self.session = session
        self.version = version
        self.document = document
        self.rows = {row.id: row for row in _in_force(session, document.id)}
        self.wordings = {id_: row.content for id_, row in self.rows.items()}
        # Where answer and links of each requirement go; those left in place are not named.
        self.places: dict[str, str] = {}
        self.retired: dict[str, tuple[str, ...]] = {}

    def run(self) -> None:
        old = [requirement_from_dict(content) for content in self.wordings.values()]
        changes = differences(self.version, old, self.document)
        for change in changes:
            self._assign_place(change)
        retired = [self._retired_row(id_, into) for id_, into in self.retired.items()]
        self._put_articles()
        self._put_requirements(retired)
        self._move_all()
        for change in changes:
            self._carry(change)
        self._carry_weights(changes)

    def _assign_place(self, change: Difference) -> None:
        ids = [item.id for item in change.before]
        into = tuple(item.id for item in change.after)
        if into and ids:
            self.places[ids[0]] = into[0]
        for id_ in ids[1:] if into else ids:
            self.retired[id_] = into

    def _retired_row(self, id_: str, into: Sequence[str]) -> RequirementRow:
        """The requirement as it was, under an id that no edition uses."""
        row = self.rows[id_]
        place = plain = f"{id_}@{self.version}"
        number = 1
        while self.session.get(RequirementRow, place) is not None:
            number += 1
            place = f"{plain}.{number}"
        self.places[id_] = place
        return RequirementRow(
            id=place,
            article_id=row.article_id,
            position=row.position,
            content=row.content,
            hash=row.hash,
            retired={"id": id_, "version": self.version, "into": list(into)},
        )

    def _put_articles(self) -> None:
        for article in self.document.articles:
            new = article_row(self.document, article)
            present = self.session.get(ArticleRow, new.id)
            if present is None:
                self.session.add(new)
            else:
                assign(present, values_of(new))

    def _put_requirements(self, retired: Iterable[RequirementRow]) -> None:
        """Rows of the new edition over those of the old; articles that nothing stands in go."""
        self.session.add_all(retired)
        wanted = {row.id: row for row in requirement_rows(self.document)}
        for id_, row in wanted.items():
            if id_ in self.rows:
                assign(self.rows[id_], values_of(row))
            else:
                self.session.add(row)
        for id_, row in self.rows.items():
            if id_ not in wanted:
                self.session.delete(row)
        self.session.flush()
        used = set(self.session.scalars(select(RequirementRow.article_id)))
        used |= {article_row(self.document, article).id for article in self.document.articles}
        for article in self.session.scalars(
            select(ArticleRow).where(ArticleRow.document_id == self.document.id)
        ):
            if article.id not in used:
                self.session.delete(article)

    def _move_all(self) -> None:
        """Take answers and links along; from now on they are found by their new place."""
        answers = list(self.session.scalars(select(Response)))
        move(self.session, answers, self.places)
        self.answers = {row.requirement_id: row for row in answers}
        self.links: defaultdict[str, list[_Link]] = defaultdict(list)
        links: list[_Link] = [
            *self.session.scalars(select(EvidenceLink)),
            *self.session.scalars(select(IndicatorLink)),
            *self.session.scalars(select(PlanLink)),
            *self.session.scalars(select(PracticeLink)),
        ]
        move(self.session, links, self.places)
        for link in links:
            self.links[link.requirement_id].append(link)

    def _carry(self, change: Difference) -> None:
        """Make the answers of what is new, copied or joined, and mark what has to be looked at."""
        if not change.after:
            return
        place, *parts = (item.id for item in change.after)
        if change.kind is Kind.ADDED:
            self.session.add(Response(id=str(uuid4()), requirement_id=place))
            return
        if change.kind is Kind.MERGED:
            self._join(place, [item.id for item in change.before])
        if change.edited:
            self._mark(self.answers[place], [self.wordings[item.id] for item in change.before])
        for part in parts:
            answer = self.answers[place]
            copied = {name: getattr(answer, name) for name in _ANSWER}
            self.session.add(Response(id=str(uuid4()), requirement_id=part, **copied))
            self._copy_links(place, part, "")

    def _mark(self, answer: Response, before: list[dict[str, Any]]) -> None:
        """Leave an answer to be looked at; the wording that it was written for is kept."""
        if answer.review is None and self._says_something(answer):
            assign(answer, {"review": {"version": self.version, "before": before}})

    def _says_something(self, answer: Response) -> bool:
        written = (answer.reason, answer.narrative, answer.problems, answer.next_steps)
        return (
            answer.progress != Progress.NOT_STARTED
            or answer.level is not None
            or any(written)
            or bool(self.links[answer.requirement_id])
        )

    def _join(self, place: str, sources: list[str]) -> None:
        first, *others = sources
        now = {first: place} | {id_: self.places[id_] for id_ in others}
        assign(self.answers[place], joined({id_: self.answers[at] for id_, at in now.items()}))
        for id_ in others:
            self._copy_links(now[id_], place, id_)

    def _copy_links(self, source: str, target: str, source_id: str) -> None:
        """Link with `target` all that is linked with `source`, which keeps its own links."""
        there = {_partner(link): link for link in self.links[target]}
        for link in self.links[source]:
            same = there.get(_partner(link))
            if same is None:
                copy = _copy(link, target)
                self.session.add(copy)
                self.links[target].append(copy)
            elif isinstance(same, EvidenceLink) and isinstance(link, EvidenceLink):
                assign(same, {"proves": proof_of_both(same, link, source_id)})

    def _carry_weights(self, changes: Iterable[Difference]) -> None:
        """An item that the scheme weighs keeps its weight; of several the greatest counts."""
        row = self.session.scalars(select(SchemeRow)).one()
        weights: dict[str, float] = dict(row.content["item_weights"])
        given = {id_: weights.pop(id_) for id_ in self.wordings if id_ in weights}
        for change in changes:
            of_sources = [given[item.id] for item in change.before if item.id in given]
            for item in change.after if of_sources else ():
                weights[item.id] = max(of_sources)
        assign(row, {"content": {**row.content, "item_weights": weights}})


def _in_force(session: Session, document_id: str) -> Iterable[RequirementRow]:
    """The requirements of a document that are not retired, in its order."""
    return session.scalars(
        select(RequirementRow)
        .join(ArticleRow, ArticleRow.id == RequirementRow.article_id)
        .where(ArticleRow.document_id == document_id, RequirementRow.retired.is_(None))
        .order_by(ArticleRow.number, RequirementRow.position)
    )


def _partner(link: _Link) -> tuple[str, str]:
    """What a link joins with its requirement."""
    column = {
        EvidenceLink: "evidence_id",
        IndicatorLink: "indicator_id",
        PlanLink: "task_id",
        PracticeLink: "practice_id",
    }
    return link.__tablename__, getattr(link, column[type(link)])


def _copy(link: _Link, requirement_id: str) -> _Link:
    values = {name: getattr(link, name) for name in link.__table__.columns.keys()}  # noqa: SIM118
    return type(link)(**{**values, "id": str(uuid4()), "requirement_id": requirement_id})
