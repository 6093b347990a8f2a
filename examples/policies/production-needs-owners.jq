# In production, every vocabulary says who answers for it.
#
#   jq -r -f production-needs-owners.jq plan.json
#
# An account is production when the configuration calls it that: `account.name`. Lists without a vocabulary need no
# owner. Prints a line for each violation, and nothing when there is none.

.account.name as $account
| (.changes[], .instant[]?)
| select($account == "production" and .name != null and (.owner // "") == "")
| "\(.address // .name) has no owner, and in production every vocabulary needs one"
