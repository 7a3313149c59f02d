-- Her agreement runs out by itself while she lives in a house (ACCESS 1): whoever has her under their roof keeps the least for her safety, and
-- their own placement, under a legal duty. It is written when she moves in, as a grant that begins where the agreement ends, so that no clock
-- can be late; and it ends with her stay, and with every word of hers: what she withdraws, takes back or keeps from the house closes at once.

-- what she keeps back is kept back from a duty, too; and nothing that the matrix makes conditional on her word opens by one
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
            and x.lifted_at is null and gr.basis in ('CONSENT','REFERRAL','GUARDIAN','LEGAL_DUTY')
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
         coalesce(bit_or(bit) filter (where level in ('F','R','M') and basis not in ('LEAD','GUARDIAN','LEGAL_DUTY')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R') and basis not in ('LEAD','GUARDIAN','LEGAL_DUTY')), 0),
         coalesce(bit_or(bit) filter (where writes), 0)
    from s join g on g.case_id = s.case_id and g.holder_id = s.holder_id and g.f <= s.f and g.u >= s.u
   where s.u > s.f and s.u > p_now
   group by 1, 2, 3, 4
$$;

-- ---- what stays of a referral under which she lives in a house: its own placement, and the least of her safety if that was open
create function stay_keeps_safe(p_referral uuid, p_at timestamptz, p_by uuid) returns void
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
    select gen_random_uuid(), g.case_id, g.organisation_id, g.category, case when g.category = 2 then 'W' else 'M' end, 'LEGAL_DUTY',
           g.referral_id, g.consent_id, greatest(g.valid_until, p_at), 'infinity', p_by
      from access_grant g
     where g.referral_id = p_referral and g.basis = 'REFERRAL' and g.ended_at is null and g.valid_until < 'infinity'
       and (g.category = 2 and g.level = 'W' or g.category = 9 and g.level in ('R','M'))
       and exists (select from placement p
                    where p.referral_id = p_referral and p.organisation_id = g.organisation_id
                      and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED'))
       and not exists (select from access_grant k
                        where k.referral_id = p_referral and k.category = g.category and k.basis = 'LEGAL_DUTY' and k.ended_at is null)
$$;

create function stay_begins() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform stay_keeps_safe(new.referral_id, new.changed_at, new.changed_by);
  return null;
end $$;
create trigger keeps_safe after insert or update of status on placement for each row
  when (new.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')) execute function stay_begins();

-- when all of her leaving is written, bed and all: who moved within the house lives there still
create function stay_ends() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update access_grant g set ended_at = new.changed_at, ended_by = new.changed_by, end_reason = 'STAY_ENDED'
   where g.referral_id = new.referral_id and g.basis = 'LEGAL_DUTY' and g.ended_at is null
     and not exists (select from placement p
                      where p.referral_id = new.referral_id and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED'));
  return null;
end $$;
create constraint trigger kept_safe after update of status on placement deferrable initially deferred for each row
  when (new.status in ('MOVED','ENDED')) execute function stay_ends();

-- a newer agreement moves the day from which it rests on the duty; the own domain is opened last, as on acceptance
create or replace function open_own_domain(p_referral uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare card referral_card; g access_grant; opened smallint[];
begin
  select * into card from referral_card where referral_id = p_referral;
  select * into g from access_grant
   where referral_id = p_referral and category = 11 and level = 'W' and ended_at is null
     and organisation_id = card.recipient_organisation_id and given_by = caller_worker() and valid_from = caller_now();
  if not found or card.status in ('COMPLETED','NO_SHOW')
     or exists (select from access_grant where referral_id = p_referral and level = 'W' and category <> 11 and ended_at is null) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select array_agg(d.category order by d.category) into opened
    from service_domain d
   where d.service_type = card.service_type and d.category <> 11
     and exists (select from role_category rc join service_role sr using (role_code)
                  where sr.service_type = card.service_type and rc.category = d.category and rc.access in ('F','W'));
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
    select gen_random_uuid(), g.case_id, g.organisation_id, k, 'W', 'REFERRAL', p_referral, g.consent_id, g.valid_from, g.valid_until, caller_worker()
      from unnest(opened) k;
  perform stay_keeps_safe(p_referral, caller_now(), caller_worker());
  return coalesce(opened, '{}');
end $$;

-- what is completed stays readable for its time under her word, and under nothing else
create or replace function grants_end_for_referral(p_referral uuid, p_reason text, p_readable_until timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r referral; n timestamptz := caller_now(); ended int;
begin
  select * into r from referral where referral_id = p_referral;
  if not found or not (caller_is_system()
                       or r.sender_organisation_id = caller_organisation() and may('seen', r.case_id, 0)
                       or r.recipient_organisation_id = caller_organisation() and works_on(p_referral)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  with gone as (
         update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = p_reason
          where referral_id = p_referral and ended_at is null
         returning *),
       kept as (
         select case_id, organisation_id, category, level, basis, consent_id, least(valid_until, p_readable_until) until
           from gone where p_readable_until is not null and category <> 11 and basis <> 'LEGAL_DUTY'
         union all
         select distinct on (organisation_id) case_id, organisation_id, category, 'W', basis, consent_id, least(valid_until, p_readable_until)
           from gone where p_readable_until is not null and category = 11
         union all
         select distinct on (organisation_id) case_id, organisation_id, category, 'E', basis, consent_id, 'infinity'::timestamptz
           from gone where p_readable_until is not null and category = 11),
       made as (
         insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
         select gen_random_uuid(), case_id, organisation_id, category, level, basis, p_referral, consent_id, n, until, caller_worker()
           from kept where until > n)
  select count(*) into ended from gone;
  return ended;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function stay_keeps_safe(uuid, timestamptz, uuid) owner to alongside_gatekeeper;
alter function stay_begins() owner to alongside_gatekeeper;
alter function stay_ends() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function stay_keeps_safe(uuid, timestamptz, uuid), stay_begins(), stay_ends() from public;

-- who lives in a house today lives there already
alter table placement no force row level security;
do $$ declare p record; begin
  for p in select referral_id, changed_at, changed_by from placement
            where status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED') loop
    perform stay_keeps_safe(p.referral_id, p.changed_at, p.changed_by);
  end loop;
end $$;
alter table placement force row level security;
