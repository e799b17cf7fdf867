"""Many notices at once: what is to be read, workers with limits, the journal, and outputs that survive a kill.

Nothing here knows what stands in a notice: a file is a place, a hash and an outcome. Only `child` converts.
"""
