"""The best one-to-one assignment of things to things, where each may also stay alone.

Takes the pairs that are possible at all, each with its worth; returns those that together are worth most.
Called by the matchings of units and of functions. The sum is the exact optimum: shortest augmenting paths
over reduced costs (Jonker and Volgenant 1987), on the possible pairs only. A library would bring numpy for
some hundred things a body; the graph of candidates is so thin that this takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappop, heappush

# Worths become whole numbers, so that sums are exact and equal on every machine.
_UNIT = 1_000_000


def assigned(worths: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return for each thing on the left the one on the right that it goes with; who stays alone is not there.

    Pairs without positive worth are never taken. Of assignments that are worth the same, the result is
    always the same one.
    """
    edges: dict[int, list[tuple[int, int]]] = {}
    most = 1 + max((round(worth * _UNIT) for worth in worths.values()), default=0)
    for (left, right), worth in sorted(worths.items()):
        if worth > 0:
            edges.setdefault(left, []).append((right, most - round(worth * _UNIT)))
    # Whoever stays alone goes with a thing of its own, below zero, that costs more than any pair.
    for left, costs in edges.items():
        costs.append((-1 - left, most))
    return {left: right for right, left in _matched(edges).items() if right >= 0}


def _matched(edges: Mapping[int, list[tuple[int, int]]]) -> dict[int, int]:
    """Return for each thing on the right who has it."""
    holder: dict[int, int] = {}
    has: dict[int, int] = {}
    price_left = dict.fromkeys(edges, 0)
    price_right: dict[int, int] = {}
    for start in edges:
        distance: dict[int, int] = {}
        reached_from: dict[int, int] = {}
        settled: dict[int, int] = {}
        queue: list[tuple[int, int]] = []
        left, far = start, 0
        while True:
            for right, cost in edges[left]:
                if right in settled:
                    continue
                there = far + cost - price_left[left] - price_right.get(right, 0)
                if right not in distance or there < distance[right]:
                    distance[right], reached_from[right] = there, left
                    heappush(queue, (there, right))
            far, end = heappop(queue)
            while end in settled:
                far, end = heappop(queue)
            if end not in holder:
                break
            settled[end] = far
            left = holder[end]
        price_left[start] += far
        for right, there in settled.items():
            price_left[holder[right]] += far - there
            price_right[right] = price_right.get(right, 0) - (far - there)
        left = -1
        while left != start:
            left = reached_from[end]
            given_up = has.get(left, end)
            holder[end], has[left] = left, end
            end = given_up
    return holder
