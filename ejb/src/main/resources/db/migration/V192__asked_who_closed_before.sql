-- Whose file was closed before there were follow-ups is asked, too, if she agreed and still does: at the times that are not over yet, which the process
-- plans by the table of staff. The one date that stood for them in lists was a second truth, and goes.
delete from setting where name = 'first-follow-up-after';

-- the times that are not over, of files of which nobody planned any; told is who leads, never of whom. A file that somebody moves in this moment is
-- looked at the next time
create function follow_ups_of_before(p_points text[], p_ask_after interval[], p_done_within interval[], p_most int)
  returns table (follow_up_id uuid, lead uuid, ask_at timestamptz, due_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); since timestamptz; found uuid[];
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select n - max(t.a + t.w) into since from unnest(p_ask_after, p_done_within) t (a, w);
  select array_agg(b.case_id) into found
    from (select f.case_id
            from case_file f join case_episode e using (case_id, episode_no)
           where f.status = 'CLOSED' and e.closed_at > since and follow_up_agreed(f.case_id, f.episode_no)
             and not exists (select from follow_up u where u.case_id = f.case_id and u.episode_no = f.episode_no)
           limit p_most for no key update of f skip locked) b;
  return query
    with made as (
      insert into follow_up as u (follow_up_id, case_id, episode_no, point, ask_at, due_at)
      select gen_random_uuid(), f.case_id, f.episode_no, t.point, e.closed_at + t.a, e.closed_at + t.a + t.w
        from case_file f join case_episode e using (case_id, episode_no)
        cross join unnest(p_points, p_ask_after, p_done_within) t (point, a, w)
       where f.case_id = any (found) and e.closed_at + t.a + t.w > n
      on conflict on constraint follow_up_case_id_episode_no_point_key do nothing
      returning u.follow_up_id, u.case_id, u.ask_at, u.due_at)
    select m.follow_up_id, f.lead_organisation_id, m.ask_at, m.due_at from made m join case_file f using (case_id);
  update case_file c set next_due = next_due_of(c.case_id) where c.case_id = any (found) and c.next_due is distinct from next_due_of(c.case_id);
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function follow_ups_of_before(text[], interval[], interval[], int) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function follow_ups_of_before(text[], interval[], interval[], int) from public;
grant execute on function follow_ups_of_before(text[], interval[], interval[], int) to alongside_app;
