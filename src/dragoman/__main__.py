"""``python -m dragoman``: the command line, where its script is not on the path."""

from dragoman.cli import main

if __name__ == "__main__":
    main()
