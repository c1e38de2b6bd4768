import json
import re
import time

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article, Question
from articles.prose import sanitise
from articles.prose.forms import ADDRESS, BLOCK, BLOCK_OF
from articles.tests.stories import side, story

TAGS = {
    *("p", "h2", "h3", "strong", "em", "a", "data", "ul", "ol", "li", "blockquote", "div"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href"},
    "data": {"value"},
    "div": {"data-block", "data-of"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style>"
    "<a title='</style><img src onerror=alert(1)>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<p class='notice' id='main' onclick='alert(1)'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='/\\evil.example/'>x</a>",
    "<a href='/\t/evil.example/'>x</a>",
    "<a href='\\\\evil.example/'>x</a>",
    "<a href='https:evil.example'>x</a>",
    "<a href='evil.example/x'>x</a>",
    "<a href='/ok' target=_blank rel=opener ping=//evil.example download>x</a>",
    "<form action=//evil.example><input name=q><button>Go</button></form>",
    "<data value='draw/396/crs' onclick=alert(1)>508</data>",
    "<data value='{{ settings }}'>508</data>",
    "<data value='draw/396/crs\"><script>'>508</data>",
    "<data value='draw/396/crs'><img src=x onerror=alert(1)>5<b>0</b>8</data>",
    "<div data-block='facts' data-of='draw/396' style='x' class=y><script>alert(1)</script>z</div>",
    "<div data-block='../../etc/passwd' data-of='x'></div>",
    "<div data-block='facts' data-of='\"><script>alert(1)</script>'></div>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php alert(1) ?>",
    "<p>\x00<scr\x00ipt>alert(1)</script>",
    "<table><td><svg><desc><template><xmp><td></xmp><img src=x onerror=alert(1)>",
    "<a href='x'><a href='javascript:alert(1)'>y</a></a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\ud800<p>half a pair</p>",
    "<select><style></select><img src=x onerror=alert(1)></style>",
]
PIECES = [
    *HOSTILE,
    *(f"<{tag}>" for tag in sorted(TAGS | {"b", "i", "h1", "h5", "br", "span", "svg", "math"})),
    *(f"</{tag}>" for tag in sorted(TAGS | {"b", "i", "span", "svg", "math"})),
    "<a href='/draws/'>",
    "<a href='https://example.ca/?a=1&b=2'>",
    "<data value='draw/396/crs'>508</data>",
    "<data value='pool/2026-02-15/501-600'>",
    "<div data-block='facts' data-of='draw/396'></div>",
    "<td colspan=2>",
    "words",
    " \n ",
    "\u00a0",
    "a &amp; b &lt; c",
    "'\"",
]
hostile_text = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)


def complaints(html: str) -> list[str]:
    """What a text holds that no article may hold, as a browser reads it."""
    found = []
    body = LexborHTMLParser(f"<body>{html}").body
    for node in body.traverse():
        if node.tag in ("body", "-text"):
            continue
        if node.tag not in TAGS:
            found.append(f"element {node.tag}")
            continue
        extra = set(node.attributes) - ATTRIBUTES.get(node.tag, set())
        found += [f"attribute {node.tag}[{name}]" for name in extra]
        found += _values(node)
    return found


def _values(node) -> list[str]:
    attributes = node.attributes
    if node.tag == "a":
        href = attributes.get("href") or ""
        safe = re.match(r"(https?://[a-z0-9]|mailto:[a-z]|/(?![/\\])|#)", href, re.IGNORECASE)
        return [] if safe and not re.search(r"[\s\\]", href) else [f"link {href!r}"]
    if node.tag == "data":
        return [] if ADDRESS.fullmatch(attributes.get("value") or "") else ["figure"]
    if node.tag == "div":
        known = BLOCK.fullmatch(attributes["data-block"]) and BLOCK_OF.fullmatch(
            attributes["data-of"]
        )
        return [] if known and node.child is None else ["block"]
    return []


@pytest.mark.parametrize("html", HOSTILE)
def test_it_lets_nothing_hostile_through(html):
    for around in ("{}", "<p>{}</p>", "<table><tr><td>{}</td></tr></table>", "<ul><li>{}</ul>"):
        clean = sanitise(around.format(html))
        assert complaints(clean) == []
        assert sanitise(str(clean)) == clean


@settings(max_examples=400, deadline=None)
@given(hostile_text)
def test_it_lets_nothing_hostile_through_however_it_is_put_together(html):
    clean = sanitise(html)
    assert complaints(clean) == []
    assert sanitise(str(clean)) == clean


@given(st.text())
def test_it_keeps_plain_words(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    clean = sanitise(f"<p>{escaped}</p>")
    kept = re.sub(r"[\x00-\x1f\x7f\s\ufffe\uffff\ufffd\ud800-\udfff]+", "", words)
    shown = LexborHTMLParser(clean).body.text(deep=True) if clean else ""
    assert re.sub(r"[\s\x80-\x9f\ufffd]+", "", shown) == re.sub(r"[\x80-\x9f]+", "", kept)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Words with <strong>weight</strong> and <em>stress</em>.</p>",
        '<p>At <data value="draw/396/crs">508</data> on <a href="/draws/396/">that day</a>.</p>',
        '<p><strong><a href="https://example.ca/?a=1&amp;b=2">x</a></strong></p>',
        "<h2>Why</h2><h3>And how</h3>",
        "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>",
        "<blockquote><p>Said.</p></blockquote>",
        '<div data-block="facts" data-of="draw/396"></div><p>x</p>'
        '<div data-block="see-also" data-of=""></div>',
        "<table><caption>C</caption><thead><tr><th><p>A</p></th></tr></thead>"
        '<tbody><tr><td colspan="2"><p>1</p></td></tr></tbody></table>',
    ],
)
def test_it_leaves_what_the_editor_makes_as_it_is(html):
    assert sanitise(html) == html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("loose <b>words</b>", "<p>loose <strong>words</strong></p>"),
        ("<p>a<br>b</p>", "<p>a b</p>"),
        ("<p>  a \n b\t</p>", "<p>a b</p>"),
        ("<h1>A</h1><h5>B</h5>", "<h2>A</h2><h3>B</h3>"),
        ("<p></p><h2> </h2><p>&nbsp;</p>", ""),
        ("<ul><li>a<li>b</ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        (
            "<table><tbody><tr><th>A</th></tr><tr><td>1</td></tr></tbody></table>",
            "<table><thead><tr><th><p>A</p></th></tr></thead>"
            "<tbody><tr><td><p>1</p></td></tr></tbody></table>",
        ),
        (
            '<blockquote><p>a</p><div data-block="ad" data-of="article-mid"></div></blockquote>',
            '<blockquote><p>a</p></blockquote><div data-block="ad" data-of="article-mid"></div>',
        ),
        ('<p><data value="no address">508</data></p>', "<p>508</p>"),
        ("<strong><strong>a</strong></strong>", "<p><strong>a</strong></p>"),
    ],
)
def test_it_brings_other_forms_into_ours(html, clean):
    assert sanitise(html) == clean


@pytest.mark.parametrize(
    "tag", ["div", "blockquote", "ul", "li", "strong", "table", "p", "a href=/"]
)
def test_it_reads_huge_nesting_in_good_time(tag):
    started = time.monotonic()
    clean = sanitise(f"<{tag}>" * 11_000 + "deep")
    assert time.monotonic() - started < 10
    assert "deep" in clean
    assert complaints(clean) == []


@pytest.mark.parametrize("html", ["<" * 12_001, "x" * 300_001])
def test_it_refuses_what_is_too_long_to_read(html):
    with pytest.raises(ValidationError):
        sanitise(html)


SCRIPT = "<p>x</p><script>alert(1)</script>"


@pytest.mark.django_db
class TestEveryWayIn:
    def stored(self) -> str:
        return Article.objects.values_list("body", flat=True).get()

    def test_it_covers_create(self):
        made = Article.objects.create(story=story(), language="en", slug="a", body=SCRIPT)
        assert self.stored() == made.body == "<p>x</p>"

    def test_it_covers_save_of_one_field(self):
        made = side(story(), slug="a")
        made.save()
        made.body = SCRIPT
        made.save(update_fields=["body"])
        assert self.stored() == "<p>x</p>"

    def test_it_covers_update(self):
        side(story(), slug="a").save()
        Article.objects.update(body=SCRIPT)
        assert self.stored() == "<p>x</p>"

    def test_it_covers_bulk_create_and_bulk_update(self):
        Article.objects.bulk_create([side(story(), SCRIPT, slug="a")])
        assert self.stored() == "<p>x</p>"
        row = Article.objects.get()
        row.body = SCRIPT
        Article.objects.bulk_update([row], ["body"])
        assert self.stored() == "<p>x</p>"

    def test_it_covers_get_or_create_and_history(self):
        made, _new = Article.objects.get_or_create(
            slug="a", language="en", defaults={"story": story(), "body": SCRIPT}
        )
        assert self.stored() == "<p>x</p>"
        assert made.history.get().body == "<p>x</p>"

    def test_it_covers_fixtures(self):
        fields = {"story": story().pk, "language": "en", "slug": "a", "headline": "A"}
        item = {"model": "articles.article", "pk": 1, "fields": {**fields, "body": SCRIPT}}
        data = json.dumps([item])
        for row in serializers.deserialize("json", data):
            row.save()
        assert self.stored() == "<p>x</p>"

    def test_it_covers_forms(self):
        form = modelform_factory(
            Question, fields=["slug", "question_en", "answer_en", "reviewed_on"]
        )
        given = {"slug": "q", "question_en": "Q?", "answer_en": SCRIPT, "reviewed_on": "2026-02-17"}
        assert form(given).save().answer_en == "<p>x</p>"
