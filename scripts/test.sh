#!/usr/bin/env bash
# Everything a change must pass: dependencies, build with warnings as errors, layer check, all tests, the page in a browser, counted instructions.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
scripts/build.sh dev
python3 scripts/check_layers.py
ctest --preset dev
scripts/test_browser.sh
scripts/count_instructions.sh
