"""Report → Document: language, sentences, tokens, mentions, coreference, dates, figures."""
