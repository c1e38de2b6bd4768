from articles.admin import articles, desk, rows, rules, stories

__all__ = ["articles", "desk", "rows", "rules", "stories"]
