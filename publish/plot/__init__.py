"""Values over time as geometry: axes, marks, the lines that join them, and the words around.

Pure. Positions are percentages of the plot, so that type keeps its size at every width; marks lie
in a nested SVG whose units are days and points. `templates/components/plot.html` draws a Plot.
"""
