"""Where things happen: names of places to points, and features to a page. Knows nothing of `timeline`."""
