from articles.admin import accounts, articles, desk, rows, rules, stories

__all__ = ["accounts", "articles", "desk", "rows", "rules", "stories"]
