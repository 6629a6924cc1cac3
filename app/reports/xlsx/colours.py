"""Fills of cells by what they say: pale, so that they print, with the words to say the same."""

from app.domain.vocabulary import Progress

GOOD, FAIR, WEAK, BAD, NONE = "C6E7CE", "E4F2D8", "FFF0C2", "FBD5D0", "E7E9EC"

PROGRESS = {
    Progress.DONE: GOOD,
    Progress.IN_PROGRESS: WEAK,
    Progress.NOT_STARTED: BAD,
    Progress.NOT_APPLICABLE: NONE,
}
# From the lowest level to the highest.
LEVELS = (BAD, "FCE4C8", WEAK, FAIR, GOOD)
