"""Where everything stands in a chart: pure geometry from rows, as text ready for SVG attributes.

Nothing here draws. The templates in templates/draws/charts/ do, from these records. Positions are
percentages of the plot, so that type keeps its size at every width; marks lie in a nested SVG
whose units are days and points.
"""
