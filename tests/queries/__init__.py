"""Questions about a small archive made by hand, on both databases."""
