"""Where everything stands in a chart: pure geometry from rows, as text ready for SVG attributes.

Nothing here draws. The templates in templates/draws/charts/ do, from these records; plots over time
are made of `publish.plot`.
"""
