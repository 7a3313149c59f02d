-- By when a closing is decided and a reopened file taken up stands in the table closing-deadlines that staff change.
delete from setting where name in ('closing-decided-within', 'reopened-taken-up-within');
