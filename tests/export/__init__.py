"""Tests of what goes out: exported record files, and the formatting of them."""
