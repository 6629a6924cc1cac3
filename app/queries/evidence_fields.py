"""In which of a dossier's texts words are looked for, by the list's filter and by the search."""

from __future__ import annotations

# Of the dossier itself, beside number and title.
TEXTS = ("document_number", "issuing_body", "notes")
# Of each link, with whatever: where in the dossier to look, and what it proves.
LINK_TEXTS = ("locator", "proves")
