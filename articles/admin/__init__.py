from articles.admin import articles, desk, rows, stories

__all__ = ["articles", "desk", "rows", "stories"]
