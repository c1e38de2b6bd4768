"""Which programs and categories a person is eligible for: yes, no, or what is missing. Pure."""

from crs.eligibility.answers import Answer, Eligibility, eligibility
from crs.eligibility.checks import Check

__all__ = ["Answer", "Check", "Eligibility", "eligibility"]
