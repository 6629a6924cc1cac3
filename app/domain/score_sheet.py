"""What the hidden sheet of a score sheet says, by which the experts' sheet is known again."""

from app.domain.scheme import FULL

IDS_SHEET = "_ids"
FORMAT = 1

# Keys in its first column; the value stands beside. REQUIREMENT stands once for each.
KEY_FORMAT = "format"
KEY_WORKBOOK = "workbook"
KEY_SNAPSHOT = "snapshot"
KEY_SHA256 = "sha256"
KEY_MARK = "mark"
KEY_REQUIREMENT = "requirement"

# Experts give points on the scale of the self-assessment, whatever the weight of a requirement.
LOWEST_SCORE, HIGHEST_SCORE = 0.0, FULL
