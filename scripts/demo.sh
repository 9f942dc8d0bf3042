#!/usr/bin/env bash
# From nothing to a search: dependencies, build, an index of the sample corpus, four searches worth looking at.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
scripts/build.sh release
bin=build/release/bin
export COMMUNIQUE_INDEX=build/demo-index

show() { printf '\n\033[1m$ communique-searcher find'; printf ' %q' "$@"; printf '\033[0m\n'; "$bin/communique-searcher" find "$@" || [[ $? -eq 1 ]]; }

printf '\n\033[1m$ communique-indexer add --path-pattern ... corpus/sample\033[0m\n'
"$bin/communique-indexer" add --path-pattern 'plain/{country}_{year}_{type}.txt' corpus/sample

# 1. What one man said about something, quoted, reported or in a transcript; not where he is only named.
show 'said-by:putin "winter olympics" year:2021' --limit 3
# 2. An exact phrase: curly quotes, hyphens and case do not matter.
show '"win-win cooperation"' --limit 3
# 3. A leader under whatever spelling.
show 'leader:Мишустин new year' --limit 3
# 4. Two countries, a range of years, and what is left out.
show 'between:china,russia year:2019..2024 -type:speech' --limit 3

printf '\nAsk your own: %s/communique-searcher find --index %s QUERY   (docs/query-language.md)\n' "$bin" "$COMMUNIQUE_INDEX"
