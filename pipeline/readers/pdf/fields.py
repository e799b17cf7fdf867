"""What is typed on a page and not in it: the fields of a form, and notes that stand on the page as text.

They are annotations (ISO 32000-1, 12.5), of which a page's text knows nothing; flattened, they are drawn on the page.
"""

from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: What is shown as words, and by which name it holds them.
_WORDS: Final = {raw.FPDF_ANNOT_FREETEXT: b"Contents", raw.FPDF_ANNOT_WIDGET: b"V"}
#: More annotations are no notice's; most of any page are links.
_MOST: Final = 5000


def with_notes(document: pdfium.PdfDocument, index: int) -> tuple[pdfium.PdfPage, int]:
    """Open a page with what was typed on it; return how many of those have words that nothing draws."""
    page = document[index]
    count = min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)
    told = [_told(page, at) for at in range(count)]
    if not any(shown for shown, _ in told):
        return page, sum(unread for _, unread in told)
    for at in reversed(range(count)):
        if not told[at][0]:
            raw.FPDFPage_RemoveAnnot(page.raw, at)
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    return document[index], sum(unread for _, unread in told)


def _told(page: pdfium.PdfPage, at: int) -> tuple[bool, bool]:
    """Return whether an annotation is drawn as words, and whether it has words that nothing draws."""
    note = raw.FPDFPage_GetAnnot(page.raw, at)
    name = _WORDS.get(raw.FPDFAnnot_GetSubtype(note)) if note else None
    drawn = name is not None and raw.FPDFAnnot_GetAP(note, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _EMPTY
    typed = name is not None and raw.FPDFAnnot_GetStringValue(note, name, None, 0) > _EMPTY
    raw.FPDFPage_CloseAnnot(note)
    return drawn, typed and not drawn


#: The length of a text without characters, in bytes: its end.
_EMPTY: Final = 2
