"""A local Bot API server with invented people, for laptops and tests."""
