-- Every hour it is looked for whom the lead is to measure, and for whom follow-ups are to be planned whose file was closed before there were any; nearly
-- always nobody is found. Among 100,000 files each was asked for its own last question, its own last sum, its own last word. Who cannot be one of them is
-- left out first, all at once: who was asked or measured within a quarter, is asked now, or may be put no scale; who said no when the file was closed,
-- or whose times are planned. Whom the looks find is as in V193 and V192, and asked in the same words of the few that are left.
create index measure_ask_recent on measure_ask (asked_at);
create index measure_recent on measure (recorded_at) where lead_may_know and follow_up_id is null;

create or replace function measure_asks_raise(p_entry_after interval, p_entry_within interval, p_quarter_after interval, p_quarter_within interval, p_most int)
  returns table (measure_ask_id uuid, lead uuid, due_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); left_over uuid[];
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select array_agg(f.case_id) into left_over
    from case_file f
    join case_episode e using (case_id, episode_no)
    left join identity_minimum i using (case_id)
   where f.status = 'ACTIVE'
     and exists (select from scale s where s.retired_at is null)
     and (not coalesce(i.child, true) or exists (select from scale s where s.retired_at is null and not s.adults_only))
     and not exists (select from measure_ask a where a.case_id = f.case_id and a.episode_no = f.episode_no and a.asked_at > n - p_quarter_after)
     and not exists (select from measure_ask a where a.case_id = f.case_id and a.settled_at is null)
     and not exists (select from measure m where m.case_id = f.case_id and m.recorded_at >= e.opened_at and m.recorded_at > n - p_quarter_after
                        and m.lead_may_know and m.follow_up_id is null);
  return query
    with due as (
      select f.case_id, f.episode_no, f.lead_organisation_id,
             case when last.at is null and n < e.opened_at + p_quarter_after then 'ENTRY' else 'QUARTER' end point
        from case_file f
        join case_episode e using (case_id, episode_no)
        cross join lateral (
          select greatest(
            (select max(a.asked_at) from measure_ask a where a.case_id = f.case_id and a.episode_no = f.episode_no),
            (select max(m.recorded_at) from measure m
              where m.case_id = f.case_id and m.recorded_at >= e.opened_at and m.lead_may_know and m.follow_up_id is null)) at) last
       where f.case_id = any (left_over)
         and f.status = 'ACTIVE' and coalesce(last.at + p_quarter_after, e.opened_at + p_entry_after) <= n
         and not exists (select from measure_ask a where a.case_id = f.case_id
                            and (a.settled_at is null or a.settled = 'NOT_AGAIN' and a.episode_no = f.episode_no))
         and exists (select from scale s where s.retired_at is null
                        and not (s.adults_only and coalesce((select m.child from identity_minimum m where m.case_id = f.case_id), true)))
       limit p_most for no key update of f skip locked),
    made as (
      insert into measure_ask as a (measure_ask_id, case_id, episode_no, point, asked_at, due_at)
      select gen_random_uuid(), d.case_id, d.episode_no, d.point, n, n + case d.point when 'ENTRY' then p_entry_within else p_quarter_within end
        from due d
      on conflict (case_id) where settled_at is null do nothing
      returning a.measure_ask_id, a.case_id, a.due_at)
    select m.measure_ask_id, d.lead_organisation_id, m.due_at from made m join due d using (case_id);
end $$;

create or replace function follow_ups_of_before(p_points text[], p_ask_after interval[], p_done_within interval[], p_most int)
  returns table (follow_up_id uuid, lead uuid, ask_at timestamptz, due_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); since timestamptz; left_over uuid[]; found uuid[];
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select n - max(t.a + t.w) into since from unnest(p_ask_after, p_done_within) t (a, w);
  select array_agg(f.case_id) into left_over
    from closing k join case_episode e using (case_id, episode_no) join case_file f using (case_id, episode_no)
   where k.follow_up = 'YES' and k.approved_at is not null and f.status = 'CLOSED' and e.closed_at > since
     and not exists (select from follow_up u where u.case_id = k.case_id and u.episode_no = k.episode_no);
  select array_agg(b.case_id) into found
    from (select f.case_id
            from case_file f join case_episode e using (case_id, episode_no)
           where f.case_id = any (left_over)
             and f.status = 'CLOSED' and e.closed_at > since and follow_up_agreed(f.case_id, f.episode_no)
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
