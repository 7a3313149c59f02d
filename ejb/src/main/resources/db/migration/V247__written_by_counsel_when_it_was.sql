-- What counsel alone writes, with all that hangs on it; by whom and when it was written down is never of the writer's choosing; and a calendar that was
-- taken back stays taken back.
do $$ declare t text; begin
  foreach t in array array['hearing_file', 'hearing_protection', 'legal_deadline_file'] loop
    execute format('create policy counsel_writes on %I as restrictive for insert to alongside_app with check (acts_in(matter_id))', t);
  end loop;
  foreach t in array array['award_payment', 'matter_decision', 'matter_appeal', 'matter_end'] loop
    execute format('create policy at_that_time on %I as restrictive for insert to alongside_app with check (noted_at = (select caller_now()))', t);
  end loop;
end $$;
create policy by_counsel_taken_back on hearing_protection as restrictive for delete to alongside_app using (acts_in(matter_id));
create policy at_that_time on mandate as restrictive for insert to alongside_app with check (signed_at = (select caller_now()));
create policy at_that_time on matter_court as restrictive for insert to alongside_app with check (
  kept_at = (select caller_now()) and kept_by = (select caller_worker()));
create policy at_that_time_anew on matter_court as restrictive for update to alongside_app using (true) with check (
  kept_at = (select caller_now()) and kept_by = (select caller_worker()));

alter policy ended on calendar_feed using (worker_id = (select caller_worker()) and ended_at is null)
  with check (worker_id = (select caller_worker()) and ended_at = (select caller_now()));
