-- A conflict that is found later keeps out what is new, and nothing else. What was in the matter before stays as it was, and dates, last days and sums that
-- follow from other rows go on: otherwise the conflict itself could not be written down where a last day of the mandate ends with it, no hearing could be
-- said to be over, and no payment taken back. And what is in the register came in after the check: whose hands it is in is written down to the end, above
-- all that it was given back, and what is there now is compared.
drop trigger only_after_check on matter_file;
create trigger only_after_check before update on matter_file for each row
  when (num_nonnulls(new.note, new.claimed, new.ordered, new.paid, new.most, new.currency, new.freeze_asked_on, new.final_on) > 0
        and ((new.note, new.claimed, new.ordered, new.most, new.currency, new.freeze_asked_on, new.final_on)
               is distinct from (old.note, old.claimed, old.ordered, old.most, old.currency, old.freeze_asked_on, old.final_on)
             or coalesce(new.paid, 0) > coalesce(old.paid, 0)))
  execute function only_after_check();
drop trigger only_after_check on hearing_minimum;
create trigger only_after_check before update on hearing_minimum for each row
  when (new.protection <> '{}' and new.protection is distinct from old.protection) execute function only_after_check();
drop trigger only_after_check on evidence_custody;
drop trigger only_after_check on evidence_check;

-- the newest check counts, however the matter began; where nobody has checked, one that did not begin here with advice goes on
create or replace function checked(p_matter uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce((select c.result in ('CLEAR', 'WALL') from conflict_check c where c.matter_id = p_matter order by c.checked_at desc limit 1),
                  not exists (select from matter_stage s where s.matter_id = p_matter and s.entered = 'ADVICE'))
$$;
