#!/bin/sh
# Holds a plan against every policy of this folder:
#
#   sh check.sh plan.json [2026-11-27]
#
# Prints a line for each violation. Exit 0: there is none; 1: there are some; 2: nobody can tell, since the file is no
# plan or a policy does not run.
set -u

plan=${1:?name the plan: a file of vocabsync plan --out plan.json}
today=${2:-$(date +%Y-%m-%d)}

# An empty file has no answer, and is no plan either.
if [ "$(jq '.kind == "plan" and has("changes")' "$plan")" != true ]; then
  echo "$plan is no plan" >&2
  exit 2
fi

status=0
for policy in "$(dirname "$0")"/*.jq; do
  found=$(jq -r --arg today "$today" -f "$policy" "$plan") || exit 2
  [ -n "$found" ] || continue
  printf '%s\n' "$found"
  status=1
done
exit $status
