-- What she keeps from one organisation, whatever she or somebody else agrees to share with it before or later, until she lifts it:
-- what rests on her word opens less by it. What rests on a legal duty, an emergency or the lead is not hers to close, and says so itself.

create table exclusion (
  exclusion_id    uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  category        smallint not null references data_category check (category not in (8, 11, 13)),
  part            text not null check (part in ('WHOLE', 'BEYOND_MINIMUM')),
  said_at         timestamptz not null,
  recorded_by     uuid not null references worker,
  lifted_at       timestamptz,
  lifted_by       uuid references worker,
  version         int not null default 0,
  check (part = 'WHOLE' or category in (0, 3, 7, 9)),
  check ((lifted_at is null) = (lifted_by is null)),
  check (lifted_at >= said_at)
);
comment on table exclusion is 'Said by her, of one organisation and one kind of information; category referrals, as all consents';
comment on column exclusion.part is 'WHOLE; or BEYOND_MINIMUM: all but the minimum subset of DOMAIN 7.3';
-- one live word of a kind; only the lead writes it, who reads all of them
create unique index exclusion_live on exclusion (case_id, organisation_id, category) where lifted_at is null;

alter table exclusion enable row level security, force row level security;
create policy by_function on exclusion to alongside_gatekeeper using (true) with check (true);
create policy granted on exclusion for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy written on exclusion for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and lifted_at is null and organisation_id <> (select caller_organisation())
  and may('write', case_id, 2048) and leads(case_id));
create policy changed on exclusion for update to alongside_app
  using (lifted_at is null and may('write', case_id, 2048) and leads(case_id))
  with check (lifted_by = (select caller_worker()) and lifted_at is not null);
grant select, insert on exclusion to alongside_app;
grant update (lifted_at, lifted_by, version) on exclusion to alongside_app;
grant select on exclusion to alongside_gatekeeper;

-- the gate's own reckoning needs to know what is kept from the caller: which and how much, never who said it when
create function kept_from_caller(p_case uuid) returns table (category smallint, part text)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select x.category, x.part from exclusion x
   where x.case_id = p_case and x.organisation_id = caller_organisation() and x.lifted_at is null
$$;

-- ---- the time line: every grant that rests on her word, less what she keeps from its organisation. Who writes goes on writing, and
-- who wrote goes on reading its own: that it exists is all that such a grant tells
create or replace function access_of_case(p_case uuid, p_now timestamptz)
returns table (case_id uuid, holder_id uuid, valid_from timestamptz, valid_until timestamptz, seen_mask int, min_mask int,
               read_mask int, consented_min_mask int, consented_mask int, write_mask int)
language sql stable parallel safe
set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
  with given as (
         select gr.case_id, gr.organisation_id, gr.worker_id, gr.referral_id, gr.category, gr.basis, gr.valid_from, gr.valid_until, gr.ended_at,
                gr.level in ('F','W') writes,
                case when x.part is null then gr.level
                     when x.part = 'BEYOND_MINIMUM' then case when gr.level in ('F','R') then 'M' else gr.level end
                     when gr.level in ('F','W') then 'W'
                     when gr.level = 'E' then 'E' end as level
           from access_grant gr
           left join exclusion x on x.case_id = gr.case_id and x.organisation_id = gr.organisation_id and x.category = gr.category
            and x.lifted_at is null and gr.basis in ('CONSENT','REFERRAL')
          where gr.case_id = p_case),
       reached as (
         select gr.case_id, gr.worker_id holder_id, gr.category, gr.level, gr.writes, gr.basis,
                gr.valid_from f, least(gr.valid_until, gr.ended_at) u
           from given gr where gr.worker_id is not null and gr.level is not null
         union all
         select gr.case_id, h.holder_id, gr.category, gr.level, gr.writes, gr.basis,
                greatest(gr.valid_from, a.from_at), least(gr.valid_until, gr.ended_at, a.until_at)
           from given gr
           join assignment a on a.case_id = gr.case_id and a.organisation_id = gr.organisation_id
            and a.referral_id is not distinct from gr.referral_id
          cross join lateral (values (a.worker_id), (a.team_id)) h (holder_id)
          where gr.worker_id is null and h.holder_id is not null and gr.level is not null),
       g as (select r.*, 1 << r.category bit from reached r where r.f < r.u and r.u > p_now),
       b as (select g.case_id, g.holder_id, f t from g union select g.case_id, g.holder_id, u from g),
       s as (select b.case_id, b.holder_id, t f, lead(t) over (partition by b.case_id, b.holder_id order by t) u from b)
  select s.case_id, s.holder_id, s.f, s.u, bit_or(bit),
         coalesce(bit_or(bit) filter (where level in ('F','R','M')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R','M') and basis <> 'LEAD'), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R') and basis <> 'LEAD'), 0),
         coalesce(bit_or(bit) filter (where writes), 0)
    from s join g on g.case_id = s.case_id and g.holder_id = s.holder_id and g.f <= s.f and g.u >= s.u
   where s.u > s.f and s.u > p_now
   group by 1, 2, 3, 4
$$;
create trigger excluded after insert on exclusion
  referencing new table as touched for each statement execute function keep_case_access();
create trigger lifted after update on exclusion
  referencing new table as touched for each statement execute function keep_case_access();

-- whether she lets that organisation know her plan now: agreed to, and not kept from it
create or replace function agreed_to_plan(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (p_organisation = caller_organisation() or leads(p_case))
     and exists (select from consent c
                  where c.case_id = p_case and c.recipient_organisation_id = p_organisation and 10 = any (c.categories)
                    and c.withdrawn_at is null and c.given_at <= caller_now() and caller_now() < c.expires_at
                    and not exists (select from consent later
                                     where later.case_id = c.case_id and later.purpose = c.purpose
                                       and later.recipient_organisation_id = c.recipient_organisation_id
                                       and (later.given_at, later.recorded_at, c.consent_id) > (c.given_at, c.recorded_at, later.consent_id)))
     and not exists (select from exclusion x
                      where x.case_id = p_case and x.organisation_id = p_organisation and x.category = 10 and x.lifted_at is null)
$$;

create trigger told after insert or update on exclusion for each row execute function tell_lead('organisation_id');

grant create on schema alongside to alongside_gatekeeper;
alter function kept_from_caller(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function kept_from_caller(uuid) from public;
grant execute on function kept_from_caller(uuid) to alongside_app;
