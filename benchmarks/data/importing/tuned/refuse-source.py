"""Count parcels."""
import sys

DEPOTS: dict[str, int] = {}   # name: number of parcels


def count(path: str) -> int:
    """Return the number of lines.

    path: the file to read
    """
    with open(path) as f:
        return sum(1 for _ in f)


if __name__ == "__main__":
    for p in sys.argv[1:]:
        print(p, count(p))
