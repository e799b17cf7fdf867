"""Text files: paragraphs, and tables by tabs, pipes, commas, spaces or drawn boxes, one module a way to draw them."""
