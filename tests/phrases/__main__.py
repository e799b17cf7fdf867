"""`python -m tests.phrases`: print precision and recall by field, and each form that was read wrong."""

from tests.phrases.score import report, scores

print(report(scores()))
