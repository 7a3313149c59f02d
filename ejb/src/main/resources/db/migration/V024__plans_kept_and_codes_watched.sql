-- The checks that run in every request keep their plans, and every node knows at once when codes or the matrix change.

-- ---- the planner thinks that an unknown array of holders is long and plans these anew at every call, which costs more than
-- running them; whatever the values, the way by key is the right one
alter function may(text, uuid, int) set plan_cache_mode = force_generic_plan;
alter function caller_open(uuid, uuid, text[], timestamptz) set plan_cache_mode = force_generic_plan;

-- ---- the time line of one case, with a plan that is kept too; of all cases by the same sentence
create function access_of_case(p_case uuid, p_now timestamptz)
returns table (case_id uuid, holder_id uuid, valid_from timestamptz, valid_until timestamptz, seen_mask int, min_mask int,
               read_mask int, consented_min_mask int, consented_mask int, write_mask int)
language sql stable parallel safe
set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
  with reached as (
         select gr.case_id, gr.worker_id holder_id, gr.category, gr.level, gr.basis,
                gr.valid_from f, least(gr.valid_until, gr.ended_at) u
           from access_grant gr where gr.worker_id is not null and gr.case_id = p_case
         union all
         select gr.case_id, h.holder_id, gr.category, gr.level, gr.basis,
                greatest(gr.valid_from, a.from_at), least(gr.valid_until, gr.ended_at, a.until_at)
           from access_grant gr
           join assignment a on a.case_id = gr.case_id and a.organisation_id = gr.organisation_id
            and a.referral_id is not distinct from gr.referral_id
          cross join lateral (values (a.worker_id), (a.team_id)) h (holder_id)
          where gr.worker_id is null and h.holder_id is not null and gr.case_id = p_case),
       g as (select r.*, 1 << r.category bit from reached r where r.f < r.u and r.u > p_now),
       b as (select g.case_id, g.holder_id, f t from g union select g.case_id, g.holder_id, u from g),
       s as (select b.case_id, b.holder_id, t f, lead(t) over (partition by b.case_id, b.holder_id order by t) u from b)
  select s.case_id, s.holder_id, s.f, s.u, bit_or(bit),
         coalesce(bit_or(bit) filter (where level in ('F','R','M')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R','M') and basis <> 'LEAD'), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R') and basis <> 'LEAD'), 0),
         coalesce(bit_or(bit) filter (where level in ('F','W')), 0)
    from s join g on g.case_id = s.case_id and g.holder_id = s.holder_id and g.f <= s.f and g.u >= s.u
   where s.u > s.f and s.u > p_now
   group by 1, 2, 3, 4
$$;
create or replace function access_of(p_case uuid, p_now timestamptz)
returns table (case_id uuid, holder_id uuid, valid_from timestamptz, valid_until timestamptz, seen_mask int, min_mask int,
               read_mask int, consented_min_mask int, consented_mask int, write_mask int)
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select a.* from (select distinct g.case_id from access_grant g where p_case is null or g.case_id = p_case) c
   cross join lateral access_of_case(c.case_id, p_now) a
$$;
create or replace function keep_case_access() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from case_file c where c.case_id in (select t.case_id from touched t) order by c.case_id for no key update;
  delete from case_access a using (select distinct case_id from touched) t where a.case_id = t.case_id;
  insert into case_access
    select f.*, c.status, c.next_due
      from (select distinct case_id from touched) t
     cross join lateral access_of_case(t.case_id, coalesce(caller_now(), clock_timestamp())) f
      join case_file c on c.case_id = t.case_id;
  return null;
end $$;
revoke all on function access_of_case(uuid, timestamptz) from public;
grant execute on function access_of_case(uuid, timestamptz) to alongside_gatekeeper;

-- ---- codes, matrix, roles and settings are kept in memory; each transaction asks whether what it keeps is still the newest
create table code_version (
  only_row boolean primary key default true check (only_row),
  version  bigint not null default 1
);
insert into code_version default values;
comment on table code_version is 'Counts every change of code lists, the matrix, serving roles and settings, by trigger';
grant select on code_version to alongside_app;

create function codes_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update code_version set version = version + 1;
  return null;
end $$;
grant create on schema alongside to alongside_gatekeeper;
alter function codes_changed() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function codes_changed() from public;
grant select, update on code_version to alongside_gatekeeper;
do $$ declare t text; begin
  foreach t in array array['code', 'role_category', 'service_role', 'setting'] loop
    execute format('create trigger changed after insert or update or delete or truncate on %I
                    for each statement execute function codes_changed()', t);
  end loop;
end $$;
