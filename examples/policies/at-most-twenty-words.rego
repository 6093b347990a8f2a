# At most twenty words of a list change at once, so that somebody can read them all. It counts what those notice who use
# the list: a new one that takes another's place is compared with that one, and the other is not counted when it goes.
package vocabsync.at_most_twenty_words

most := 20

words_of(change) := change.replaces.hotwords

words_of(change) := change.hotwords if not change.replaces

deny contains "this is no plan" if not input.changes

deny contains message if {
	some change in input.changes
	change.replaced_by == null
	words := words_of(change)
	total := (count(words.added) + count(words.removed)) + count(words.changed)
	total > most
	message := sprintf("%s: %d words change, and at most %d may", [change.address, total, most])
}
