"""A YAML page before it is text: entries with their comments, and how they are laid out."""

from .layout import Branch, Entry, Leaf, Node, page_text
from .order import in_order
from .scalars import literal
from .writing import laid_out

__all__ = ["Branch", "Entry", "Leaf", "Node", "in_order", "laid_out", "literal", "page_text"]
