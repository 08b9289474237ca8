"""``python -m kopsurat``."""

from kopsurat.cli import main

if __name__ == "__main__":
    main()
