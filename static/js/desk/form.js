// What the form of an article keeps and shows while somebody writes.
