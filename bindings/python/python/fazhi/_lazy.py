"""What is computed when it is first asked for, and objects that cannot be changed."""

from __future__ import annotations

from typing import Any, Callable, Generic, NoReturn, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):
    """An attribute that is computed at its first use. Threads that come at once may compute it twice, but get one."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[Value]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        return instance.__dict__.setdefault(self._name, self._compute(instance))


class Immutable:
    """Objects whose attributes are only computed, never set."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")
