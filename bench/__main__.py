"""Print what things cost, as ratios within one run: ``make bench``."""

from __future__ import annotations

from bench import asking, building, loading, searching, startup


def main() -> None:
    print(f"{'ours / theirs (medians)':<58} {'ratio':>8}   {'ours':>12} / {'theirs':>11}")
    for part in (startup, asking, building, searching, loading):
        for row in part.report():
            print(row, flush=True)


if __name__ == "__main__":
    main()
