"""The words of articles in the database's own search: see articles.search and docs/adr/0008."""

from django.db import migrations

from articles.search.folding import folded

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_search USING fts5("
        "headline, filing, text, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
    ],
    "postgresql": [
        "CREATE TABLE articles_search (article_id bigint PRIMARY KEY, headline tsvector NOT NULL,"
        " filing tsvector NOT NULL, text tsvector NOT NULL, everywhere tsvector NOT NULL"
        " GENERATED ALWAYS AS (headline || filing || text) STORED)",
        "CREATE INDEX articles_search_words ON articles_search USING gin (everywhere)",
    ],
}
WRITE = {
    "sqlite": "INSERT INTO articles_search (rowid, headline, filing, text) VALUES (%s, %s, %s, %s)",
    "postgresql": "INSERT INTO articles_search (article_id, headline, filing, text) VALUES (%s,"
    " array_to_tsvector(string_to_array(%s, ' ')), array_to_tsvector(string_to_array(%s, ' ')),"
    " array_to_tsvector(string_to_array(%s, ' ')))",
}


def create(apps, editor):
    for statement in CREATE[editor.connection.vendor]:
        editor.execute(statement)


def drop(apps, editor):
    editor.execute("DROP TABLE articles_search")


def fill(apps, editor):
    """The articles that are there already, as articles.search.index writes them."""
    articles = apps.get_model("articles", "Article").objects
    with editor.connection.cursor() as cursor:
        for article in articles.select_related("story__category").iterator(chunk_size=200):
            cursor.execute(WRITE[editor.connection.vendor], [article.pk, *_words(article)])


def _words(article):
    language = article.language
    story = article.story
    named = [story.category, *story.topics.all()]
    filed = [getattr(row, f"name_{language}") or row.name_en for row in named]
    asked = []
    for row in article.questions.select_related("bank"):
        for own, of_bank in (("own_question", "question"), ("own_answer", "answer")):
            bank = getattr(row.bank, f"{of_bank}_{language}") if row.bank else ""
            asked.append(getattr(row, own) or bank)
    people = [author.name for author in story.authors.all()]
    return (
        folded([article.headline]),
        folded([*filed, *people]),
        folded([article.standfirst, article.body, *asked]),
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_words_left_behind")]

    operations = [
        migrations.RunPython(create, drop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
