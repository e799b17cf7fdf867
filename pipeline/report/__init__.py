"""Findings put before people and machines: where they stand, on a terminal, as JSON, SARIF or annotations.

Nothing here finds anything: a report shows what the checks have said.
"""
