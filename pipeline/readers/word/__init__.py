"""Word files: the body in its order, tables with their spans, numbering as printed, revisions as accepted."""
