"""What the parts of a document are: head, body, tables with their titles and notes, and the shell around.

Decides only what a block is for; reading values out of it belongs to assembly.
"""
