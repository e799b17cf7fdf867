"""Print an item of a notice's JSON without places and empty values: `zhibiao convert FILE | python show.py ID`."""

import json
import sys


def bare(value):
    """Leave out spans, and what is null, empty or false."""
    if isinstance(value, list):
        return [bare(v) for v in value]
    if not isinstance(value, dict):
        return value
    return {k: bare(v) for k, v in value.items() if k not in ("span", "spans") and v not in (None, [], {}, False)}


def walk(items):
    """Yield the items and all below them."""
    for item in items:
        yield item
        yield from walk(item["children"])


notice = json.load(sys.stdin)
found = next(i for scheme in notice["schemes"] for i in walk(scheme["items"]) if i["id"] == sys.argv[1])
print(json.dumps(bare(found), ensure_ascii=False, indent=1))
