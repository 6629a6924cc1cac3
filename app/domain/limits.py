"""Limits of what can be entered, in characters or bytes; each field says its own."""

from app.errors import UserError

LABEL = 40  # names of levels and grades
SHORT = 100  # names of people, phone numbers, units
TITLE = 200  # titles and file names
NOTE = 2_000  # reasons, locators, remarks
NARRATIVE = 20_000  # narrative, problems, next steps
# Years of the annual plan.
FIRST_PLAN_YEAR, LAST_PLAN_YEAR = 2000, 2099
MAX_EVIDENCE_BYTES = 2 * 1024**3

FIELD_LIMITS: dict[str, int] = {
    "name": TITLE,
    "lead_unit": TITLE,
    "approval_number": SHORT,
    "contact_name": SHORT,
    "contact_phone": SHORT,
    "contact_email": SHORT,
    "reason": NOTE,
    "narrative": NARRATIVE,
    "problems": NARRATIVE,
    "next_steps": NARRATIVE,
    "unit": TITLE,
    "title": TITLE,
    "statement": NOTE,
    "document_number": SHORT,
    "issuing_body": TITLE,
    "notes": NOTE,
    "locator": TITLE,
    "proves": NOTE,
    "meaning": NOTE,
    "source": NOTE,
    "why": NOTE,
    "what": NARRATIVE,
    "novelty": NARRATIVE,
    "effect": NARRATIVE,
    "reach": NARRATIVE,
    "report_text": NARRATIVE,
}

# Fields that are written in paragraphs; all others are one line.
PARAGRAPHS = {
    "statement",
    "reason",
    "narrative",
    "problems",
    "next_steps",
    "notes",
    "proves",
    "meaning",
    "what",
    "novelty",
    "effect",
    "reach",
    "report_text",
}

# Kept out of every text, as no XML, and so no office file, can hold it or show it: control
# characters but tab and newline, lone surrogates, noncharacters.
_FORBIDDEN = {*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
_FORBIDDEN -= {0x09, 0x0A}
_DROP = dict.fromkeys(_FORBIDDEN)


def clean_text(field: str, value: str) -> str:
    """`value` as it is kept: line feeds as line ends, no control characters, no outer white space.

    A field of one line keeps its line ends as spaces. Raises UserError `field.too-long` where it
    is over the field's limit.
    """
    text = _tidied(value) if field in PARAGRAPHS else one_line(value)
    limit = FIELD_LIMITS[field]
    if len(text) > limit:
        raise UserError("field.too-long", field=field, length=len(text), limit=limit)
    return text


def one_line(value: str) -> str:
    """As `clean_text` keeps a field of one line, whatever its length."""
    return " ".join(_tidied(value).split("\n"))


def _tidied(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(_DROP).strip()
