"""Features to a page: one HTML file with map, time axis and list in step, which asks for nothing from the network.

A page shows an RFC 7946 FeatureCollection, one feature an event, geometry a Point or null where an event is not on the map, with
properties `id, order, title, type, status, date (EDTF), date_start, date_end (ISO days, astronomical years), precision, place, country
(alpha-2), granularity, radius_km, origin {name, longitude, latitude}, actors [names], quote, trigger [start, end) in code points of the
quote, sources [{title, url, published}], reasons {date, place, origin, status, actors, order}, salience, confidence`; and, where the
caller has them, `place_id` ("iso:HT", "admin1:US-TN", "geonames:6269131": what outline to draw), `admin1, country_name, targets, time,
action, quantity, attributed_to` and a `quote` of each source. Any property may be missing.
"""

from maps.page.render import check_look, render_page
from maps.page.words import languages

__all__ = ["check_look", "languages", "render_page"]
