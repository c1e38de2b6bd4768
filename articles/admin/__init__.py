from articles.admin import accounts, articles, audit, desk, rows, rules, stories

__all__ = ["accounts", "articles", "audit", "desk", "rows", "rules", "stories"]
