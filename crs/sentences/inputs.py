"""What is wrong with an input."""

from crs.marking import marked as _

SENTENCES = {
    "not-an-object": _("This should be a JSON object with named answers."),
    "required": _("This is needed."),
    "not-yes-or-no": _("This should be true or false."),
    "not-in-range": _("This should be a number from %(low)s to %(high)s."),
    "not-an-option": _("This should be one of: %(options)s."),
    "not-a-day": _("This should be a day, such as 2026-02-17."),
    "not-a-list": _("This should be a list of at most %(most)s."),
    "unknown-name": _("There is no such question. Known here: %(names)s."),
    "levels-or-test": _("Give either levels (clb) or a test with its scores."),
    "not-a-score": _("%(test)s has scores from %(low)s to %(high)s, in steps of %(step)s."),
    "tef-other-column": _(
        "A TEF Canada score here is at most %(high)s. Higher figures are from the column “Score"
        " / 699”, which Express Entry does not take: use the column “Équivalence ancien score”."
    ),
    "test-is-not-en": _("This should be a test of English: the other language is French."),
    "test-is-not-fr": _("This should be a test of French: the other language is English."),
    "not-an-occupation": _("This should be a NOC 2021 code of five digits."),
    "ends-before-it-begins": _("The last day is before the first."),
}
