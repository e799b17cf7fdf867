"""Floor 0: text in, value out, with the data tables and value types that go with it.

No positions in documents, no files of the user, nothing that reads a clock may live here.
"""
