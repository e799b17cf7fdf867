"""Fuzzing by structure and by coverage: valid files damaged at the level of their parts, and held to the promises."""
