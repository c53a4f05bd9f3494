"""`python -m counterclaim`."""

from counterclaim.cli import main

if __name__ == "__main__":
    main()
