"""Upserts: the same thing comes again with a higher revision."""
from typing import Generic, Hashable, Iterator, TypeVar


V = TypeVar("V")


class Latest(Generic[V]):
    """Keeps the latest revision of each thing. What is older, or comes twice, changes nothing."""

    def __init__(self) -> None:
        self._by_key: dict[Hashable, tuple[int, V]] = {}

    def take(self, key: Hashable, revision: int, value: V) -> bool:
        """Whether the value is news."""
        known = self._by_key.get(key)
        if known and known[0] >= revision:
            return False
        self._by_key[key] = (revision, value)
        return True

    def forget(self, key: Hashable) -> None:
        self._by_key.pop(key, None)

    def values(self) -> Iterator[V]:
        return (value for _, value in self._by_key.values())
