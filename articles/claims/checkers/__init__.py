"""One module for each kind of statement: `check(sentence, context)` yields claims."""
