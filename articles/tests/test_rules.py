"""Rules as dated facts: the registry, and their figures in articles."""

from datetime import date, timedelta

import pytest

from articles.figures import resolve_all
from articles.prose.forms import ADDRESS
from articles.rules import digest, in_force, of_topic, rule, rules, topics
from articles.rules.registry import FILE, STALE_AFTER, RegistryWrong, read
from crs.eligibility.rules import category_on, funds_needed, programs
from crs.rules import last_known

ONE = """
[[rule]]
key = "first"
source = "rounds"
checked = 2026-01-01
confidence = "high"
name_en = "First"
name_fr = "Premier"
statement_en = "It is so."
statement_fr = "C’est ainsi."
figures = { days = 60, since = 2025-03-01 }
"""


def changed(**values):
    """The rule above with other lines."""
    text = ONE
    for name, value in values.items():
        lines = [line for line in text.splitlines() if not line.startswith(f"{name} =")]
        text = "\n".join([*lines, *([f"{name} = {value}"] if value else [])])
    return text


def test_it_knows_every_rule_in_both_languages():
    assert len(rules()) >= 20
    for each in rules():
        assert all(each.name.values()), each.key
        assert all(each.statement.values()), each.key
        assert "'" not in "".join((*each.statement.values(), *each.name.values())), each.key
        assert all(ADDRESS.fullmatch(each.address(name)) for name in each.figures)


def test_it_says_in_words_what_it_says_in_figures():
    """Each number of a rule, other than a limit of another, stands in what it says."""
    for each in rules():
        for language in ("en", "fr"):
            found = resolve_all([each.address(name) for name in ("points", "days")], language)
            for address, figure in found.items():
                if figure.text != "0":
                    assert figure.text in each.statement[language], address


def test_it_knows_which_rule_of_a_topic_was_in_force():
    topic = "category-experience"
    assert in_force(topic, date(2023, 6, 27)) is None
    assert in_force(topic, date(2026, 2, 17)).figures["months"] == 6
    assert in_force(topic, date(2026, 2, 18)).figures["months"] == 12
    assert in_force("job-offer-points", date(2025, 3, 24)).figures["points"] == 50
    assert in_force("job-offer-points", date(2025, 3, 25)).figures["points"] == 0
    assert [each.key for each in of_topic("job-offer-points")][-1] == "job-offer"
    assert len(topics()) == len(set(topics()))


def test_it_does_not_judge_by_a_rule_beyond_what_is_known():
    assert rule("sibling").is_known(date(2026, 11, 2))
    assert not rule("sibling").is_known(date(2026, 11, 3))
    assert rule("nomination").is_known(date(2027, 1, 1))


def test_it_agrees_with_the_rules_that_scores_are_made_by():
    score, grid = last_known(date(2026, 11, 1)), programs()
    more = score.additional
    assert rule("nomination").figures["points"] == more.nomination
    assert rule("sibling").figures["points"] == more.sibling
    assert rule("job-offer").figures["points"] == more.job_offer["other"]
    assert rule("french").figures["points"] == more.french["with_english"]
    assert rule("french").figures["without-english"] == more.french["without_english"]
    assert rule("canadian-study").figures["points"] == more.canadian_study["3+"]
    assert rule("additional-maximum").figures["points"] == more.most
    assert rule("transferability-maximum").figures["points"] == score.transferability.most
    assert rule("job-offer").starts == score.starts
    assert rule("fsw-pass-mark").figures["points"] == grid["fsw"]["pass_mark"]
    assert rule("fsw-job-offer").figures["points"] == grid["grid"]["job_offer"]
    for program in ("cec", "fsw", "fst"):
        assert rule(f"{program}-experience").figures["hours"] == grid[program]["hours"]
        assert rule(f"{program}-experience").figures["within"] == grid[program]["within_years"]
    funds = rule("funds")
    assert funds_needed(1, date(2026, 1, 1)) == (funds.figures["dollars"], funds.starts)
    category = rule("category-experience")
    assert category.starts == date(2026, 2, 18)
    assert category_on("health", date(2026, 2, 18))["hours"] == category.figures["hours"]
    assert category_on("health", date(2026, 2, 17))["hours"] < 1560


def test_it_tells_when_a_rule_was_last_looked_up_long_ago():
    one = read(ONE)[0]
    assert not one.is_stale(one.checked + STALE_AFTER)
    assert one.is_stale(one.checked + STALE_AFTER + timedelta(days=1))


def test_it_has_a_digest_of_what_a_rule_says_not_of_when_it_was_read():
    before = read(ONE)[0].digest
    assert read(changed(checked="2026-05-05"))[0].digest == before
    assert read(changed(figures="{ days = 90 }"))[0].digest != before
    assert read(changed(until="2026-05-05"))[0].digest != before
    assert len(digest()) == 64


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (changed(confidence='"sure"'), "confidence"),
        (changed(source='"somewhere"'), "source"),
        (changed(statement_fr=""), "statement_fr"),
        (changed(figures="{ Big_One = 1 }"), "address"),
        (changed(**{"from": "2026-01-02", "until": "2026-01-01"}), "ends before"),
        (ONE + ONE, "one key"),
        (changed(topic='"t"') + changed(topic='"t"', key='"second"'), "overlap"),
    ],
)
def test_it_refuses_a_registry_with_a_mistake(text, message):
    with pytest.raises(RegistryWrong, match=message):
        read(text)


def test_it_reads_the_same_file_that_it_ships():
    assert read(FILE.read_text(encoding="utf-8")) == rules()


def test_it_resolves_figures_in_both_languages():
    wanted = ["rule/nomination/points", "rule/crs-maximum/points", "rule/job-offer/ended"]
    english, french = resolve_all(wanted, "en"), resolve_all(wanted, "fr")
    assert [english[address].text for address in wanted] == ["600", "1,200", "25 March 2025"]
    assert french["rule/crs-maximum/points"].text == "1\u00a0200"
    assert french["rule/job-offer/ended"].text == "25\u00a0mars\u00a02025"
    assert english["rule/job-offer/ended"].iso == "2025-03-25"


@pytest.mark.parametrize(
    "address",
    [
        "rule",
        "rule/nomination",
        "rule/nomination/",
        "rule/nomination/days",
        "rule/none/points",
        "rule/nomination/points/more",
    ],
)
def test_it_leaves_out_what_leads_nowhere(address):
    assert resolve_all([address], "en") == {}
