"""What the hub starts for each user, as this user: own copies of the course's notebooks, then JupyterLab."""

from pathlib import Path

from jupyterhub.singleuser import main

from rnncourse import copies

if __name__ == "__main__":
    Path.home().chmod(0o700)  # nbgrader keeps copies of submissions there, with their secrets
    for name in copies.update(Path(__file__).parent.parent, Path.home() / copies.WORK):
        print(f"{name} has changed. The copy is kept as it is.")
    main()
