"""Signs of a PDF's fonts of signs: ticked boxes, and the bounds that Symbol writes, are read as what a person sees."""

import pytest

from tests.test_pdf import opened

CMAP = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange"


def made(font, shown, told):
    """A PDF of one line, part of which is in a font; `told` is what the file says that its characters are, by code."""
    words = "".join(f"{code:02X}" for code in shown)
    line = f"BT /F1 12 Tf 72 700 Td (1. Grade: ) Tj /F2 12 Tf <{words}> Tj /F1 12 Tf (yes) Tj ET"
    pairs = "\n".join(f"<{code:02X}> <{sign:04X}>" for code, sign in told.items())
    cmap = f"{CMAP} {len(told)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    fonts = "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {fonts} >>",
        f"<< /Length {len(line)} >>\nstream\n{line}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} /ToUnicode 7 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    file, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{written}\nendobj\n"
    table = "0000000000 65535 f \n" + "".join(f"{at:010d} 00000 n \n" for at in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF"
    return (file + f"xref\n0 {len(objects) + 1}\n{table}{end}").encode()


@pytest.mark.parametrize(
    ("font", "told", "read_as"),
    [
        ("ABCDEE+Wingdings", {0xFE: 0xF0FE, 0xA8: 0xF0A8}, "☑□"),
        ("Wingdings-Regular", {0xFE: 0xFE, 0xA8: 0xA8}, "☑□"),
        ("ABCDEE+Wingdings2", {0x52: 0x52, 0xA3: 0xA3}, "☑□"),
        ("ABCDEE+Wingdings2", {0x52: 0xF052, 0xA3: 0xF0A3}, "☑□"),
        ("ABCDEE+SymbolMT", {0xB3: 0xF0B3, 0xA3: 0xF0A3}, "≥≤"),
        ("CIDFont+F7", {0x52: 0xF052, 0xA3: 0xF0A3}, "☑□"),
        ("ABCDEE+Wingdings2", {0x52: 0x2611, 0xA3: 0x25A1}, "☑□"),
        ("ABCDEE+Arial", {0x52: 0x52, 0xA3: 0xA3}, "R£"),
        ("CIDFont+F7", {0x52: 0x52, 0xA3: 0xA3}, "R£"),
        ("ABCDEE+Webdings", {0x70: 0xF070}, "\uf070"),
        ("ABCDEE+SimSun", {0x55: 0xE5E5}, "\ue5e5"),
    ],
)
def test_signs_of_fonts_of_signs_are_read_as_seen(font, told, read_as):
    assert opened(made(font, told, told)).text == f"1. Grade: {read_as}yes\n"
