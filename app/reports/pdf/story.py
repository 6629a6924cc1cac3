"""A report as it is written: texts one below the other, pages, and headings with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.reports.destinations import requirement_key
from app.reports.fonts import FontSet
from app.reports.listing import Listing, Span
from app.reports.lists import profile
from app.reports.model import Report, RequirementEntry
from app.reports.numerals import heading_number, part_number
from app.reports.pdf.contents import Entry, Heading, PageNumbers
from app.reports.pdf.leaves import Leaves
from app.reports.pdf.tailed import Tailed
from app.reports.pdf.textblock import TextBlock
from app.reports.pdf.written import written
from app.reports.pen import Links, Part, Pen
from app.reports.styles import PORTRAIT, TextStyle

_ABOVE_SIGNATURES = 18
# Height of a title with the head of its table and some rows.
_TITLED = 100
# Lines that say that nothing is written, with the space between them.
_NOTHING = 3
# A longer line at the end of a text is set for itself.
_SHORT_TAIL = 64.0


class Story(Leaves, Pen):
    """The flowables of a report as they are written, one after the other."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        super().__init__(report, fonts)
        self.entries: list[Entry] = []
        self.numbers = PageNumbers()
        # How many of each so far; parts are counted within a section, items within a part.
        self._sections = self._parts = self._items = self._annexes = self._figures = 0

    @property
    def listed(self) -> list[tuple[Entry, TextStyle]]:
        """The headings that stand in the contents, with the style of their line."""
        lines = (self.styles.contents, self.styles.contents_article)
        return [(entry, lines[entry.depth]) for entry in self.entries if entry.depth < len(lines)]

    def text(self, text: str, style: TextStyle, place: str = "") -> None:
        self.add(self.block(text, style, place))

    def plain(self, text: str, place: str = "", annex: bool = False) -> None:
        self.text(text, self.styles.cell if annex else self.styles.body, place)

    def note(self, text: str, place: str = "") -> None:
        self.text(text, self.styles.note, place)

    def written(self, text: str, place: str) -> None:
        self.add(*written(self, text, place))

    def small(self, text: str) -> None:
        self.text(text, self.styles.small)

    def signatures(self, text: str) -> None:
        self.add(Spacer(0, _ABOVE_SIGNATURES), self.block(text, self.styles.cell))

    def table(self, listing: Listing) -> None:
        self.add(self.grid(listing, self.width))

    def table_title(self, title: str) -> None:
        """The title stays with the head of its table and some rows."""
        self.add(CondPageBreak(_TITLED), self.block(title, self.styles.caption))

    def section(self, title: str, key: str) -> None:
        """A section, numbered 一、 or I."""
        self._sections += 1
        self._parts = self._items = 0
        number = heading_number(self._sections, self.report.language)
        title = self.word("heading.section", number=number, title=title)
        self.heading(Entry(title, key, 0), self.styles.section, 120)

    def part(self, title: str, key: str, running: bool = False) -> None:
        """A part of a section, numbered （一） or A."""
        self._parts += 1
        self._items = 0
        number = part_number(self._parts, self.report.language)
        title = self.word("heading.part", number=number, title=title)
        self.heading(Entry(title, key, 1, running), self.styles.article, 120)

    def item(self, title: str, key: str, depth: int, room: float) -> None:
        """An item of a part, numbered 1."""
        self._items += 1
        title = self.word("heading.item", number=self._items, title=title)
        self.heading(Entry(title, key, depth), self.styles.requirement, room)

    def listed_item(self, title: str, link: str, text: str) -> None:
        """A numbered paragraph; its name leads to what it speaks of."""
        self._items += 1
        name = self.word("heading.item", number=self._items, title=title) + self.word("colon")
        self.add(*written(self, text, title, [Span(name, role="subheading", link=link)]))

    def requirement(self, item: RequirementEntry, depth: int, bare: bool) -> None:
        style = self.styles
        title = self.word("heading.coded", title=item.title, code=item.id)
        box = self.grid(profile.box(self, item), PORTRAIT.text_width)
        height = box.wrap(PORTRAIT.text_width, PORTRAIT.text_height)[1]
        # A box as tall as half a page may be split. Nothing but “not filled in” begins no page.
        room = min(height + style.requirement.after, PORTRAIT.text_height / 2)
        room += _NOTHING * style.note.leading if bare else 0.0
        self.item(title, requirement_key(item.id), depth, room)
        self.add(box, Spacer(0, 4))

    def annex(self, title: str, key: str) -> None:
        """An annex: 附件1 in the corner, and its title over the text."""
        self._annexes += 1
        self._items = 0
        number = self.word("heading.annex", number=self._annexes)
        entry = Entry(f"{number} {title}", key, 0, running=True)
        self.entries.append(entry)
        self.under = title
        blocks = (
            self.block(number, self.styles.annex, number),
            self.block(title, self.styles.annex_title, title),
        )
        self.add(Heading(blocks, entry, self.numbers))

    def heading(self, entry: Entry, style: TextStyle, room: float) -> None:
        """A heading that has at least `room` points below it on its page."""
        self.entries.append(entry)
        self.under = entry.title
        block = self.block(entry.title, style)
        height = block.wrap(self.width, 0)[1] + style.before
        self.add(CondPageBreak(room + height), Heading((block,), entry, self.numbers))

    def figure_caption(self, caption: str) -> str:
        """The caption of the next figure, with its number."""
        self._figures += 1
        return self.word("chart.caption", number=self._figures, caption=caption)

    def parts(self, level: int, parts: Sequence[Part], links: Sequence[Links], place: str) -> None:
        """Texts with their labels; what they name does not begin a page."""
        texts = [flowable for part in parts for flowable in self._part(level, part, place)]
        first, *others = (
            self.linked(one.label, one.targets, self.styles.evidence) for one in links
        )
        short = first.wrap(self.width, 0)[1] <= _SHORT_TAIL
        if texts and short and isinstance(texts[-1], TextBlock):
            self.add(*texts[:-1], Tailed(texts[-1], first), *others)
        else:
            self.add(*texts, first, *others)

    def _part(self, level: int, part: Part, place: str) -> list[Flowable]:
        name = Span(part.label + self.word("colon"), role="heading")
        opening = [name]
        if part.number:
            key = "heading.item" if level == 3 else "heading.subitem"
            opening.insert(0, Span(self.word(key, number=part.number, title="")))
        return written(self, part.text, f"{place} {part.label}", opening)
