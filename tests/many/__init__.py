"""Any number of notices in all formats from seeds, with their truth, and what a batch made of them held against it."""
