# In production, every vocabulary says who answers for it. An account is production when the configuration calls it
# that: `account.name`. Lists without a vocabulary need no owner.
package vocabsync.production_needs_owners

deny contains "this is no plan" if not input.changes

deny contains message if {
	input.account.name == "production"
	some sent in object.get(input, "instant", [])
	object.get(sent, "owner", "") in {"", null}
	message := sprintf("%s has no owner, and in production every vocabulary needs one", [sent.name])
}

deny contains message if {
	input.account.name == "production"
	some change in input.changes
	is_string(change.name)
	object.get(change, "owner", "") in {"", null}
	message := sprintf("%s has no owner, and in production every vocabulary needs one", [change.address])
}
