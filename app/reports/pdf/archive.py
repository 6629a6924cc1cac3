"""What PDF/A-2b (ISO 19005-2) asks of a file beside its pages: colour space and metadata.

Fonts are embedded by `fonts`, links get their print flag in `textblock`, and nothing in the report
is transparent.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from app import paths

# Flags of an annotation: it is printed. PDF/A wants every link to say so.
PRINTED = 4
_PROFILE = "sRGB IEC61966-2.1"
# The version of PDF that ISO 19005-2 builds on.
_VERSION = (1, 7)

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00+00:00</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_plain_format = PDFStream.format
_END = b"endstream\n"


def _with_line_end(stream: PDFStream, document: Any) -> bytes:
    """PDF/A wants a line end before `endstream`, which reportlab leaves out."""
    written = _plain_format(stream, document)
    return written.removesuffix(_END) + b"\n" + _END


setattr(PDFStream, "format", _with_line_end)  # noqa: B010


def make_archival(canvas: Canvas, made_on: date, language: str) -> None:
    """Add output intent and XMP metadata; title, author and the like must have been set.

    The dates of the file are `made_on`, so that the same report is the same file.
    """
    # The stubs of reportlab do not know what a document is made of.
    document: Any = getattr(canvas, "_doc")  # noqa: B009
    document._pdfVersion = _VERSION
    document._timeStamp.YMDhms = (*made_on.timetuple()[:3], 0, 0, 0)
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([_output_intent(document)])
    catalog.Metadata = _metadata(document.info, made_on, language)


def _output_intent(document: Any) -> PDFDictionary:
    profile = PDFStream(
        PDFDictionary({"N": 3, "Alternate": PDFName("DeviceRGB")}),
        (paths.resources() / "color" / "sRGB.icc").read_bytes(),
    )
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_PROFILE),
            "Info": PDFString(_PROFILE),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _metadata(info: Any, made_on: date, language: str) -> PDFStream:
    """The packet is not compressed, so that archives can read it without opening the file."""
    fields = ("title", "author", "subject", "creator", "producer", "keywords")
    known = {name: escape(str(getattr(info, name))) for name in fields}
    packet = _XMP.format(**known, day=made_on.isoformat(), language=language)
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return PDFStream(PDFDictionary(kind), packet.encode())
