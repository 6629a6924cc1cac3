"""The dialog that makes the submission folder."""
