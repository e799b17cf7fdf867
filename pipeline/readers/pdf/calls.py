"""Functions of pdfium's without the checks that Python makes of what they are given: to make them is most of a call."""

import ctypes
from collections.abc import Callable
from typing import Any


def bare(function: Any, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """Return a function of pdfium's that takes what it is given; handles must be given as `c_void_p`."""
    made = ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)
    del made.argtypes
    return made
