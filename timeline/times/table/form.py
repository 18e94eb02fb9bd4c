"""What a row of the table is, and the pieces that many patterns share."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.times.context import Context
from timeline.times.reading import Hit, Reading

Read = Callable[[Hit, Context], Reading | tuple[Reading, ...] | None]

EDGE = "( the? ( very | latter )? ( e:EARLY ( - | of | part of ) | e8:EDGE ) | e9:EDGE in | g:NEAR )?"
ABOUT = "( g:ABOUT | more than | less than | fewer than | at least | up to | no more than )?"
MANY = (
    "( ( a | the )? few:FEW more? | ( a | the )? c:COUNT of? | half ( a | an ) | n:NUM ( -? f:FRACTION | -? and -? ( a | one )? -? half )? "
    "| a ( single | further | whole | full | solid ) | an ( additional | extra | entire ) | a | an | another )"
)
WEEKDAY = "( STEP? ( wd:WEEKDAY | ws:SHORTDAY ) ,? )?"
ZONE = "( local time | CAPITAL time | z:ZONE )?"
PLACE = "( _ time | local time | z:ZONE )?"
YEAR_BACK = "( year -? ( ago | earlier | before ) | ( prior | previous | preceding ) -? year )"
LIKE = "( same | corresponding | comparable | equivalent | like )"
OR_SO = "( or so | or thereabouts )"
TO = "( - ( to - )? | to | through )"
SOUTH = "( southern | austral | southern - hemisphere | southern hemisphere )"
THAT = "( that | the same | that same | this same | the very same | the very | this very | same )"


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table."""

    pattern: str
    read: Read
    example: str
    value: str


def rows(*listed: tuple[str, Read, str, str]) -> tuple[Form, ...]:
    """Rows of the table: pattern, what reads it, an example, the value that the example gives."""
    return tuple(Form(*row) for row in listed)
