"""What in a notice does not add up, was repaired or is doubtful: one module a kind of evidence."""
