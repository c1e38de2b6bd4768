"""What a new site shows: articles, authors, questions, episodes, written for this project.

`content/` holds it as files, `files` reads them, `loader` stores them through the same functions
as the desk does.
"""
