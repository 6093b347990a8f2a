# No list is deleted on a Friday: nobody wants to look for it on Saturday. The day is `data.today`, such as
# {"today": "2026-11-27"} in a file that is given as data; without it, the day in UTC.
package vocabsync.no_deletes_on_friday

today := data.today

today := time.format([time.now_ns(), "UTC", "2006-01-02"]) if not data.today

deny contains "this is no plan" if not input.changes

deny contains message if {
	some change in input.changes
	change.action == "delete"
	time.weekday(time.parse_ns("2006-01-02", today)) == "Friday"
	message := sprintf("%s would be deleted, and %s is a Friday", [change.address, today])
}
