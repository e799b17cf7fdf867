"""Names inside sentences: jieba's words and a blank spaCy pipeline with components of our own, loaded on first need.

Nothing else in the house imports jieba or spaCy. Nothing here reads cells or brackets, which patterns read better.
"""
