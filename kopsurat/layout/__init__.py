"""From a letter and its office to a finished document: all that is printed, and where, decided once."""
