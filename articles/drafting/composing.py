"""Which sentences a draft on a draw has, in their order. Pure: figures are filled in later."""

from collections.abc import Iterable, Mapping

from articles.drafting.situation import Extreme, Pool, Round, Side, Situation, TieBreak
from articles.drafting.words import draws as said
from articles.drafting.words.families import FAMILY_WORDS, FamilyWords
from articles.drafting.words.twins import Twin
from articles.drafting.writing import Copy, Writer, block, heading, paragraph, points

# Types whose official name says no more than ours; those of categories carry a version.
PROGRAMS = ("cec", "pnp", "all-program", "fsw", "fst")
INVITATIONS = {"en": ("invitation", "invitations"), "fr": ("invitation", "invitations")}
PEOPLE = {"en": ("person", "people"), "fr": ("personne", "personnes")}


def compose(situation: Situation, language: str, *, has_name: bool = True) -> Copy:
    """The draft of one language. `has_name`: the official name is known in this language."""
    return _Composing(situation, language, has_name).copy()


class _Composing:
    """One draft on its way."""

    def __init__(self, situation: Situation, language: str, has_name: bool) -> None:
        self.at, self.language, self.has_name = situation, language, has_name
        self.family = FAMILY_WORDS[situation.family]
        self.write = Writer(language, f"draw/{situation.draw.number}", self._words())

    def copy(self) -> Copy:
        plain = self.write.plain
        slug = said.SLUG.in_language(self.language).format(
            number=self.at.draw.number, slug=self.family.slug.in_language(self.language)
        )
        return Copy(
            language=self.language,
            slug=slug,
            headline=plain(said.FIRST_HEADLINE if self._is_new else said.HEADLINE),
            standfirst=" ".join(self._standfirst()),
            seo_title=plain(said.SEO_TITLE),
            seo_description=self._seo_description(),
            body="".join(self._body()),
        )

    @property
    def _is_new(self) -> bool:
        return self.at.is_first and self.at.draw.number != "1"

    def _words(self) -> dict[str, str]:
        family, count = self.family, self.at.draw.invitations
        invited = family.one if count == 1 else family.headline
        return {
            **_nouns(family, self.language),
            "invited": invited.in_language(self.language),
            "label": family.label.in_language(self.language),
            "people": _form(PEOPLE, self.language, count),
            "invitations": _form(INVITATIONS, self.language, count),
        }

    def _of(self, draw: Round) -> Writer:
        """For a sentence with the number of invitations, or the type, of another draw."""
        return self.write.about(
            invitations=_form(INVITATIONS, self.language, draw.invitations),
            a_noun=FAMILY_WORDS[draw.family].a_noun.in_language(self.language),
        )

    # Plain fields

    def _standfirst(self) -> Iterable[str]:
        yield self._notable()
        if self.at.is_first and self.at.of_all:
            yield self.write.plain(said.OF_ALL[self.at.of_all.side])
        if self.at.tie_break is not TieBreak.NONE:
            yield self.write.plain(said.SHORT_TIE_BREAK)

    def _notable(self) -> str:
        """The one thing to say first, the rarest before the usual."""
        plain, at = self.write.plain, self.at
        if at.previous is None or at.cut_off is None:
            return plain(said.SHORT_FIRST if self._is_new else said.FIRST_OF_ALL)
        if at.of_all:
            return plain(said.OF_ALL[at.of_all.side])
        for extreme in (at.cut_off_extreme, at.size_extreme):
            if extreme and extreme.since is None:
                return plain(said.EXTREME_EVER[extreme.side])
        for extreme in (at.cut_off_extreme, at.size_extreme):
            if extreme and extreme.since and self._is_long_ago(extreme.since):
                return plain(said.SHORT_EXTREME[extreme.side], since=extreme.since)
        if at.is_long_pause:
            return plain(said.PAUSE)
        return plain(said.SHORT_MOVE[at.cut_off], previous=at.previous)

    def _is_long_ago(self, since: Round) -> bool:
        """A month says enough of an extreme only if it is not the draw's own."""
        return (self.at.draw.date - since.date).days > 60

    def _seo_description(self) -> str:
        parts = [said.SEO_DESCRIPTION]
        if self.at.tie_break is not TieBreak.NONE:
            parts.append(said.SEO_TIE_BREAK)
        return " ".join(self.write.plain(part) for part in parts)

    # The text

    def _body(self) -> Iterable[str]:
        number = f"draw/{self.at.draw.number}"
        yield from self._lead()
        yield block("facts", number)
        yield from self._comparison()
        yield from self._tie_break()
        yield block("see-also")
        yield from self._pool(number)
        yield block("ad", "article-mid")
        yield from self._near()
        if self.at.has_series:
            yield block("chart", number)
        yield block("see-also")

    def _lead(self) -> Iterable[str]:
        prose = self.write.prose
        named = self.at.family not in PROGRAMS and self.has_name
        yield paragraph(prose(said.LEAD), prose(self.family.group), prose(said.LOWEST_SCORE))
        yield paragraph(
            prose(said.PLACE_IN_YEAR) if not self.at.is_first else "",
            prose(said.SUM_OF_YEAR) if self.at.place_in_year > 1 else "",
            prose(said.OFFICIAL_NAME) if named else "",
        )
        yield paragraph(
            *(self._of(other).prose(said.SAME_DAY, other=other) for other in self.at.same_day)
        )

    def _comparison(self) -> Iterable[str]:
        prose, at = self.write.prose, self.at
        if at.previous is None or at.cut_off is None or at.size is None:
            yield self._heading(said.FIRST_HEADING)
            firsts = (said.FIRST_OF_FAMILY,) if self._is_new else said.FIRSTS
            record = self._record(said.OF_ALL, at.of_all) if at.of_all else ""
            yield paragraph(*(prose(first) for first in firsts), record)
            return
        yield self._heading(said.COMPARED)
        yield paragraph(
            self._of(at.previous).prose(said.PREVIOUS, previous=at.previous),
            prose(said.CUT_OFF_MOVE[at.cut_off]),
            prose(said.SIZE_MOVE[at.size]),
            prose(said.PAUSE) if at.is_long_pause else "",
        )
        yield paragraph(*self._standing())

    def _standing(self) -> Iterable[str]:
        at = self.at
        if at.cut_off_extreme:
            yield self._extreme(at.cut_off_extreme)
        if at.of_all:
            yield self._record(said.OF_ALL, at.of_all)
        elif at.size_extreme:
            yield self._extreme(at.size_extreme)

    def _record(self, sentences: Mapping[Side, Twin], extreme: Extreme) -> str:
        """That it went beyond every earlier one, and the one that had gone farthest."""
        record = extreme.record
        beaten = self._of(record).prose(said.RECORD[extreme.side], record=record) if record else ""
        return f"{self.write.prose(sentences[extreme.side])} {beaten}".strip()

    def _extreme(self, extreme: Extreme) -> str:
        if extreme.since is None:
            return self._record(said.EXTREME_EVER, extreme)
        return self._of(extreme.since).prose(said.EXTREME[extreme.side], since=extreme.since)

    def _tie_break(self) -> Iterable[str]:
        prose, kind = self.write.prose, self.at.tie_break
        yield self._heading(said.TIE_BREAK_HEADING)
        if kind is TieBreak.NONE:
            yield paragraph(prose(said.NO_TIE_BREAK))
            return
        age = said.TIE_BREAK_AGE.get(kind)
        yield paragraph(prose(said.TIE_BREAK_RULE))
        yield paragraph(
            prose(said.TIE_BREAK_AT_THE_LINE),
            prose(age) if age else "",
            prose(said.TIE_BREAK_STAYS),
        )

    def _pool(self, number: str) -> Iterable[str]:
        prose, kind = self.write.prose, self.at.pool
        yield self._heading(said.POOL_HEADING)
        if kind is Pool.NONE:
            yield paragraph(prose(said.NO_POOL))
            return
        ranks_everybody = self.at.family == "all-program"
        yield paragraph(prose(said.POOL_DAY[kind]))
        yield block("pool", number)
        yield paragraph(
            prose(said.POOL_BAND),
            prose(said.POOL_ABOVE) if self.at.has_higher_bands else "",
            "" if ranks_everybody else prose(said.POOL_OF_ALL_PROGRAMS),
        )

    def _near(self) -> Iterable[str]:
        prose, at = self.write.prose, self.at
        own = at.family == "pnp" and at.draw.crs >= 600
        yield self._heading(said.NEAR_HEADING)
        yield paragraph(prose(self.family.reach), prose(said.OWN_POINTS) if own else "")
        yield from self._others()
        yield paragraph(prose(said.NEXT_DRAW))

    def _others(self) -> Iterable[str]:
        others, of_nominees = self.at.others, self.at.family == "pnp"
        if len(others) == 1:
            sentence = said.ONE_OTHER[of_nominees]
            yield paragraph(self._of(others[0]).prose(sentence, other=others[0]))
        elif others:
            yield paragraph(self.write.prose(said.OTHERS[of_nominees]))
            yield points([self._of(each).prose(said.EACH_OTHER, other=each) for each in others])

    def _heading(self, words: Twin) -> str:
        return heading(words.in_language(self.language))


def _nouns(family: FamilyWords, language: str) -> dict[str, str]:
    names = ("noun", "nouns", "a_noun")
    return {name: getattr(family, name).in_language(language) for name in names}


def _form(forms: dict[str, tuple[str, str]], language: str, count: int) -> str:
    """The word beside a number; in French 0 and 1 are singular."""
    one, many = forms[language]
    return one if count == 1 or (language == "fr" and count == 0) else many
