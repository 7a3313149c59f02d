-- Evidence and costs of a matter are written by its counsel, and nothing goes in before the check for conflicts is clear, as with the rest of the matter.
do $$ declare t text; begin
  foreach t in array array['evidence', 'evidence_entry', 'evidence_custody', 'evidence_check', 'matter_cost'] loop
    execute format('create policy counsel_writes on %I as restrictive for insert to alongside_app with check (acts_in(matter_id))', t);
    execute format('create trigger only_after_check before insert on %I for each row execute function only_after_check()', t);
  end loop;
end $$;
create policy by_counsel on matter_cost as restrictive for update to alongside_app using (acts_in(matter_id));
