"""One module of sentences per area; each defines ``SENTENCES: dict[str, Sentence]``."""
