# uv, which sets up the environment: for the Makefile of the course and for that of the student edition.

# uv where it is there; else one of its own, in .uv: apart from the environment, which uv may make anew.
FOUND_UV := $(shell command -v uv 2>/dev/null)
UV := $(or $(FOUND_UV),.uv/bin/uv)
PYTHONS := python3.13 python3.12 python3.11 python3 python
IN_RANGE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# Trust what this machine trusts: a school's network may have a certificate authority of its own.
export UV_SYSTEM_CERTS := 1
# JupyterLab starts for root only if it is told to.
ROOT_OPTIONS := $(if $(filter 0,$(shell id -u)),--allow-root --ServerApp.ip=127.0.0.1)

.uv/bin/uv:
	@for python in $(PYTHONS); do \
	    if $$python -c '$(IN_RANGE)' 2>/dev/null; then \
	        echo "Installing uv, which sets up the rest"; \
	        $$python -m venv .uv || { rm -rf .uv; continue; }; \
	        .uv/bin/python -m pip install --quiet --disable-pip-version-check uv && exit 0; \
	        rm -rf .uv; exit 1; \
	    fi; \
	done; \
	echo "No Python from 3.11 to 3.13 that can make virtual environments was found. Install one (on Debian and Ubuntu:"; \
	echo "sudo apt install python3-venv), or uv (https://docs.astral.sh/uv), which brings its own."; exit 1
