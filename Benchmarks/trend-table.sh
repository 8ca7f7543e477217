#!/usr/bin/env bash
# The six crossovers in Swift, pandas and Numba in one run: ./trend-table.sh
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
folder=${TMPDIR:-/tmp}/penstock-trend-table
mkdir -p "$folder"
if [[ ! -x $folder/python/bin/python ]]; then
  python3 -m venv "$folder/python"
  "$folder/python/bin/pip" install --quiet numpy pandas numba
fi
swift build --package-path "$here" -c release --product trend-table
"$(swift build --package-path "$here" -c release --show-bin-path)/trend-table" "$folder"
"$folder/python/bin/python" "$here/Sources/trend-table/peers.py" "$folder"
