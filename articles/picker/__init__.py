"""What the editor asks while somebody writes: which figures and blocks there are, and their
present words."""
