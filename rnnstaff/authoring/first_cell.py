from importlib.util import find_spec

if not find_spec("rnncourse"):  # as on Google Colab: install it from its wheel, here or at the address RNNCOURSE_WHEEL
    import os, subprocess, sys

    where = ["--no-index", "--find-links=.", "--find-links=../wheels", "--find-links=../../wheels"]
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-deps", *where]
    subprocess.run([*pip, os.environ.get("RNNCOURSE_WHEEL", "rnncourse")], check=True)
