"""What the head of a picture says: whether it can be shown, without unfolding any of it."""

from __future__ import annotations

import warnings
from pathlib import Path

from app.extraction.text import Reason

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_SUFFIXES = {"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff"}
# Of a picture that is unfolded as a whole before any of it is shown: 256 MB of pixels.
_MOST_PIXELS = 64 * 1024**2


def trouble(path: Path, suffix: str = "") -> Reason:
    """Why a picture can't be shown; NONE where it can, `unsupported` where it is no picture.

    `suffix` is that of its name: what should be a picture by it and is none is damaged.
    Raises OSError where it can't be read.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures that may be too large, which we ask
            with Image.open(path, formats=_FORMATS) as picture:
                # Lines of a JPEG come one by one, unless it is made to appear by and by.
                in_lines = picture.format in ("JPEG", "MPO") and not picture.info.get("progressive")
                too_large = picture.width * picture.height > _MOST_PIXELS and not in_lines
                return Reason.TOO_LARGE if too_large else Reason.NONE
    except Image.DecompressionBombError:
        return Reason.TOO_LARGE
    except UnidentifiedImageError:
        return Reason.DAMAGED if suffix in _SUFFIXES else Reason.UNSUPPORTED
    except OSError as error:
        if error.errno is not None:  # the medium's, not the picture's
            raise
        return Reason.DAMAGED
    except (ValueError, EOFError, ArithmeticError):
        return Reason.DAMAGED
