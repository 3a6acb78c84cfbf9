from importlib.util import find_spec

if not find_spec("rnncourse"):  # on Google Colab, for example
    import os, subprocess, sys

    where = ["--no-index", "--find-links=.", "--find-links=../wheels", "--find-links=../../wheels"]
    what = os.environ.get("RNNCOURSE_WHEEL", "rnncourse")
    subprocess.run([sys.executable, "-m", "pip", "install", "-qq", "--no-deps", *where, what], check=True)
