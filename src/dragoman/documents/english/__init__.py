"""English: tokens, parts of speech and mentions."""
