# At most twenty words of a list change at once, so that somebody can read them all.
#
#   jq -r -f at-most-twenty-words.jq plan.json
#   jq -r --arg most 50 -f at-most-twenty-words.jq plan.json
#
# It counts what those notice who use the list: a new one that takes another's place is compared with that one, and the
# other is not counted when it goes. Prints a line for each violation, and nothing when there is none.

def words_of_change: (.replaces // .).hotwords | .added + .removed + .changed;

(($ARGS.named.most // 20) | tonumber) as $most
| .changes[]
| select(.replaced_by == null)
| (words_of_change | length) as $count
| select($count > $most)
| "\(.address): \($count) words change, and at most \($most) may"
