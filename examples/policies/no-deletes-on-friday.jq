# No list is deleted on a Friday: nobody wants to look for it on Saturday.
#
#   jq -r --arg today 2026-11-27 -f no-deletes-on-friday.jq plan.json
#
# Without the argument it is the day in UTC. Prints a line for each violation, and nothing when there is none.

def today: $ARGS.named.today // (now | strftime("%Y-%m-%d"));
def is_friday: strptime("%Y-%m-%d") | mktime | strftime("%u") == "5";

.changes[]
| select(.action == "delete")
| select(today | is_friday)
| "\(.address) would be deleted, and \(today) is a Friday"
