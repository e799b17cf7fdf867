"""PDF files with a text layer: pdfium's characters and paths, pdfplumber's table geometry, pages joined."""
