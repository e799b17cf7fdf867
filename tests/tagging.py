"""Writes a tagged PDF by hand: tables without lines, whose rows and cells only the structure tree tells."""

from io import BytesIO

FONT = (
    "<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [{} 0 R]>>",
    "<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    " /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 2>> /FontDescriptor {} 0 R>>",
    "<</Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
    " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93>>",
)


class Tagged:
    """Pages of text pieces, and a tree over them; cells are `(words, x, y, page)` with optional spans."""

    def __init__(self) -> None:
        self.objects: list[str] = []
        self.pages: list[list[str]] = []

    def add(self, body: str) -> int:
        self.objects.append(body)
        return len(self.objects)

    def show(self, words: str, x: float, y: float, page: int) -> int:
        """Write words on a page (from 0) as marked content; returns the mark."""
        while len(self.pages) <= page:
            self.pages.append([])
        mark = len(self.pages[page])
        shown = "".join(
            f"1 0 0 1 {x} {y - 14 * i} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
            for i, line in enumerate(words.split("\n"))
        )
        self.pages[page].append(f"/P <</MCID {mark}>> BDC\nBT /F0 10 Tf\n{shown}ET\nEMC\n")
        return mark

    def table(self, rows) -> bytes:
        """The file: one table of `rows`, each a list of `(pieces, row_span, col_span)`, pieces `(words, x, y, page)`."""
        shown = [
            [([(self.show(*p), p[3]) for p in pieces], down, over) for pieces, down, over in row if pieces]
            for row in rows
        ]
        pages, first = len(self.pages), 4
        page_ids = [first + i for i in range(pages)]
        self.objects = [""] * (first - 1 + pages)
        trs = [self.add(self._tr([self.add(self._td(*cell, page_ids)) for cell in row])) for row in shown]
        table = self.add(f"<</Type /StructElem /S /Tabelle /K [{' '.join(f'{t} 0 R' for t in trs)}]>>")
        root = self.add(f"<</Type /StructTreeRoot /K {table} 0 R /RoleMap <</Tabelle /Table>>>>")
        descriptor = self.add(FONT[2])
        descendant = self.add(FONT[1].format(descriptor))
        font = self.add(FONT[0].format(descendant))
        self.objects[0] = f"<</Type /Catalog /Pages 2 0 R /StructTreeRoot {root} 0 R /MarkInfo <</Marked true>>>>"
        self.objects[1] = f"<</Type /Pages /Count {pages} /Kids [{' '.join(f'{p} 0 R' for p in page_ids)}]>>"
        self.objects[2] = "<<>>"
        for page, pieces in zip(page_ids, self.pages, strict=True):
            body = "".join(pieces)
            stream = self.add(f"<</Length {len(body)}>>\nstream\n{body}\nendstream")
            self.objects[page - 1] = (
                f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R"
                f" /Resources <</Font <</F0 {font} 0 R>>>> /StructParents {page - first}>>"
            )
        return self.written()

    @staticmethod
    def _tr(cells: list[int]) -> str:
        return f"<</Type /StructElem /S /TR /K [{' '.join(f'{c} 0 R' for c in cells)}]>>"

    @staticmethod
    def _td(marks, down: int, over: int, pages: list[int]) -> str:
        kids = " ".join(f"<</Type /MCR /Pg {pages[page]} 0 R /MCID {mark}>>" for mark, page in marks)
        return (
            f"<</Type /StructElem /S /TD /K [{kids}] /A [<</O /Table /RowSpan {down}>> <</O /Table /ColSpan {over}>>]>>"
        )

    def written(self) -> bytes:
        """The objects with their table of places."""
        out, places = BytesIO(), []
        out.write(b"%PDF-1.7\n")
        for number, body in enumerate(self.objects, 1):
            places.append(out.tell())
            out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
        start = out.tell()
        out.write(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode())
        out.write(b"".join(f"{p:010d} 00000 n \n".encode() for p in places))
        out.write(f"trailer\n<</Size {len(places) + 1} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
        return out.getvalue()
