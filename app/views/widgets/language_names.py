"""What each language calls itself, so that everybody finds their own."""

from app.domain.vocabulary import Language

LANGUAGE_NAMES: dict[Language, str] = {"zh": "中文", "en": "English"}
