-- What somebody types and has not handed in may be a counsellor's own note: whatever removes old drafts sees how old they are and nothing else, and
-- no draft at all that is not to be removed. So does the owner of the database, who may do what the checking functions may.
drop policy by_function on draft;
create policy old on draft to alongside_gatekeeper using ((select caller_is_system()) and saved_at <= (select caller_now()) - interval '30 days');
revoke select on draft from alongside_gatekeeper;
grant select (saved_at) on draft to alongside_gatekeeper;

-- How people are is counted for one calendar quarter that is over, by when it was written down: what is counted never changes any more, and no two
-- periods overlap. Periods of one's own choosing, one a day longer than the other, told how the one person was who was measured on that day.
drop function outcome_counts(uuid, date, date);
create function outcome_counts(p_scale uuid, p_day date) returns table (point text, band int, people int)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with least_told as (select value from setting_count where name = 'outcomes-told-from-people'),
       quarter as (
         select q at time zone 'UTC' begins, (q + interval '3 months') at time zone 'UTC' ends from date_trunc('quarter', p_day::timestamp) q),
       newest as (
         select distinct on (m.case_id, m.point) m.case_id, m.point, m.score
           from quarter q join measure m on m.recorded_at >= q.begins and m.recorded_at < q.ends
          where q.ends <= caller_now() and caller_is('SUP', 'SHM') and m.organisation_id = caller_organisation() and m.scale_id = p_scale
          order by m.case_id, m.point, m.measured_on desc, m.recorded_at desc),
       cell as (
         select p.point, b.band, count(n.case_id)::int people
           from (select distinct newest.point from newest) p
           cross join scale_band b
           left join newest n on n.point = p.point and n.score between b.from_score and b.until_score
          where b.scale_id = p_scale group by p.point, b.band),
       hidden as (
         select c.*, c.people < l.value small, count(*) filter (where c.people < l.value) over (partition by c.point) smalls,
                sum(c.people) filter (where c.people < l.value) over (partition by c.point) in_small,
                row_number() over (partition by c.point order by c.people < l.value desc, c.people, c.band) nth
           from cell c cross join least_told l)
  select h.point, h.band,
         case when h.small then null
              -- one hidden cell, or several that together are still too few, would be told by what is left
              when (h.smalls = 1 or h.smalls > 1 and h.in_small < (select value from least_told)) and h.nth = h.smalls + 1 then null
              else h.people end
    from hidden h order by h.point, h.band
$$;
create index measure_written on measure (organisation_id, scale_id, recorded_at);
drop index measure_counted;
grant create on schema alongside to alongside_gatekeeper;
alter function outcome_counts(uuid, date) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function outcome_counts(uuid, date) from public;
grant execute on function outcome_counts(uuid, date) to alongside_app;
