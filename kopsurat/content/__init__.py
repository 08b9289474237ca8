"""What a letter says: the Markdown of surat.md as blocks, and the letter types that are filled in."""
