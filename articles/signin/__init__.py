"""How the newsroom signs in: closed to others, limited, with a second factor where it matters.

The pages and their checks are django-allauth's; here is what this house decides about them.
"""
