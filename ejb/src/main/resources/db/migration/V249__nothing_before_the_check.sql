-- Before the check for conflicts is clear nothing of the case goes into a matter: not with its first line either, whose stage is written after it, nor beside a last day.
create constraint trigger only_after_check_at_first after insert on matter_file deferrable initially deferred for each row
  when (num_nonnulls(new.note, new.claimed, new.ordered, new.paid, new.most, new.currency, new.freeze_asked_on, new.final_on) > 0)
  execute function only_after_check();
create trigger only_after_check before insert or update of note on legal_deadline_file for each row when (new.note is not null)
  execute function only_after_check();
