"""Russian: words in their dictionary forms, and mentions by the names and titles beside each other."""
