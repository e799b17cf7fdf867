"""The damage bench: known trees, written out in every layout of the genre with every damage, converted and scored."""
