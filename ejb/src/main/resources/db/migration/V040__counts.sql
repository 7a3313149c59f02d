-- What coordinators see of how help moves: counts, never a name, kept in the transaction of the act that moves them.
--
-- A referral that was sent stands at any moment in exactly one cell: the day it was sent, who asked whom for what, where it
-- stands, why not, how fast. An act that moves it only inserts what changed (one less there, one more here): no row is shared,
-- so nobody waits for anybody and a rollback takes its own changes with it. Every few seconds the changes are folded into
-- totals; whoever reads adds what is not folded yet, and so reads what is true at that moment.

create function caller_coordinates() returns boolean stable parallel safe
  return 'NRM' = any (caller_roles()) and exists (
    select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority);
create function caller_supervises() returns boolean stable parallel safe
  return caller_roles() && array['SUP','SHM'];

-- ---- where a referral stands, as what is counted
create function answer_deadline(respond_by timestamptz, answered_at timestamptz, expired_at timestamptz, ended_at timestamptz)
returns text immutable parallel safe
  return case when respond_by is null then null
              when answered_at is not null then case when answered_at <= respond_by then 'KEPT' else 'MISSED' end
              when expired_at is not null or ended_at > respond_by then 'MISSED' end;
create function contact_deadline(contact_by timestamptz, first_contact_at timestamptz)
returns text immutable parallel safe
  return case when first_contact_at <= contact_by then 'KEPT' when first_contact_at > contact_by then 'MISSED' end;
-- minutes from sending to acceptance as from-until, finer where it is short: 30-60 is half an hour up to, not including, one
create function accepted_within(sent_at timestamptz, accepted_at timestamptz) returns text immutable parallel safe
begin atomic
  select b[w] || '-' || coalesce(b[w + 1]::text, '')
    from (select b, width_bucket(extract(epoch from accepted_at - sent_at)::float8 / 60, b::float8[]) w
            from (values (array[0, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1080, 1440, 2160, 2880, 4320, 5760, 7200, 10080, 14400, 20160])) v (b)) x
   where accepted_at >= sent_at;
end;

create function cell_of(c referral_card)
returns table (sent_on date, sender uuid, recipient uuid, service_type text, state text, reason text, accepted text, answer text, contact text)
immutable parallel safe
begin atomic
  select (c.sent_at at time zone 'UTC')::date, c.sender_organisation_id, c.recipient_organisation_id, c.service_type, c.status,
         case when c.status = 'DECLINED' then c.decline_reason end,
         accepted_within(c.sent_at, c.accepted_at),
         answer_deadline(c.respond_by, least(c.accepted_at, c.declined_at, c.waitlisted_at), c.expired_at,
                         least(c.revoked_at, c.survivor_declined_at)),
         contact_deadline(c.contact_by, c.first_contact_at)
   where c.sent_at is not null and c.error_at is null;
end;

-- ---- in which totals a cell is counted: by day and by year (deadlines: by day and by month), for everybody and for each of its
-- two organisations
create function counted(sent_on date, sender uuid, recipient uuid, service_type text, state text, reason text, accepted text, answer text, contact text)
returns table (side text, house uuid, partner uuid, measure text, key text, grain text, period date)
immutable parallel safe
begin atomic
  select s.side, s.house, case when m.measure = 'STATE' then s.partner else '00000000-0000-0000-0000-000000000000' end,
         m.measure, m.key, g.grain, g.period
    from (values ('ALL', '00000000-0000-0000-0000-000000000000'::uuid, '00000000-0000-0000-0000-000000000000'::uuid),
                 ('SENT', sender, recipient), ('RECEIVED', recipient, sender)) s (side, house, partner)
   cross join (values ('STATE', state, 'Y'), ('REASON', reason, 'Y'), ('ACCEPTED', accepted, 'Y'), ('ANSWER', answer, 'M'), ('CONTACT', contact, 'M')) m (measure, key, long)
   cross join lateral (values ('D', sent_on),
                 (m.long, date_trunc(case m.long when 'Y' then 'year' else 'month' end, sent_on::timestamp)::date)) g (grain, period)
   where m.key is not null;
end;

create table referral_count_change (
  sent_on date not null, sender uuid not null, recipient uuid not null, service_type text not null, state text not null,
  reason text, accepted text, answer text, contact text,
  n int not null
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
comment on table referral_count_change is 'One less in one cell, one more in another: inserted by the act that moves a referral, gone when folded';

create table referral_count (
  side         text not null check (side in ('ALL','SENT','RECEIVED')),
  house        uuid not null,
  measure      text not null check (measure in ('STATE','REASON','ACCEPTED','ANSWER','CONTACT')),
  grain        text not null check (grain in ('D','M','Y')),
  period       date not null,
  partner      uuid not null,
  service_type text not null,
  key          text not null,
  n            bigint not null,
  primary key (side, house, measure, grain, period, partner, service_type, key) include (n)
);
comment on table referral_count is 'Folded totals of referrals by the day, month or year (UTC) they were sent; house: null id for all';
comment on column referral_count.partner is 'The other organisation, for STATE of one side alone; else the null id';
create index referral_count_flow on referral_count (grain, period) include (house, partner, service_type, key, n)
  where side = 'SENT' and measure = 'STATE';

create view referral_counted with (security_invoker = true) as
  select side, house, measure, grain, period, partner, service_type, key, n from referral_count
  union all
  select c.side, c.house, c.measure, c.grain, c.period, c.partner, x.service_type, c.key, x.n
    from referral_count_change x
   cross join lateral counted(x.sent_on, x.sender, x.recipient, x.service_type, x.state, x.reason, x.accepted, x.answer, x.contact) c;

create function count_referral() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  insert into referral_count_change
    select m.sent_on, m.sender, m.recipient, m.service_type, m.state, m.reason, m.accepted, m.answer, m.contact, sum(m.n)
      from (select *, -1 n from cell_of(old) union all select *, 1 from cell_of(new)) m
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(m.n) <> 0;
  return null;
end $$;
create trigger counted after insert on referral_card for each row when (new.sent_at is not null) execute function count_referral();
create trigger counted_anew after update on referral_card for each row
  when (old.sent_at is not null or new.sent_at is not null) execute function count_referral();

-- ---- open cases by who leads
create table caseload_change (organisation_id uuid not null, worker_id uuid not null, n int not null);
comment on table caseload_change is 'An open case more or less, not folded yet';
create table caseload (organisation_id uuid not null, worker_id uuid not null, n bigint not null, primary key (organisation_id, worker_id));
comment on table caseload is 'Open cases by lead; the application sees sums of organisations alone, through caseloads()';

create function case_is_open(status text) returns boolean immutable parallel safe
  return status not in ('DRAFT', 'CLOSED', 'CLOSED_TRANSFERRED', 'DUPLICATE', 'ANONYMISED');

create function count_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  insert into caseload_change
    select m.o, m.w, sum(m.n)
      from (select old.lead_organisation_id o, old.lead_worker_id w, -1 n where case_is_open(old.status)
            union all select new.lead_organisation_id, new.lead_worker_id, 1 where case_is_open(new.status)) m
     group by 1, 2 having sum(m.n) <> 0;
  return null;
end $$;
create trigger counted after insert on case_file for each row execute function count_case();
create trigger counted_anew after update of status, lead_organisation_id, lead_worker_id on case_file for each row
  when ((old.status, old.lead_organisation_id, old.lead_worker_id) is distinct from (new.status, new.lead_organisation_id, new.lead_worker_id))
  execute function count_case();

create function caseloads() returns table (organisation_id uuid, open_cases bigint, workers bigint, most bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.organisation_id, sum(w.n)::bigint, count(*), max(w.n)::bigint
    from (select l.organisation_id, l.worker_id, sum(l.n) n
            from (select * from caseload union all select * from caseload_change) l group by 1, 2) w
   where w.n > 0 and (caller_coordinates() or caller_supervises() and w.organisation_id = caller_organisation())
   group by 1
$$;

-- ---- what waits now depends on the time and is not kept: it is read from an index of what waits
create index referral_card_waits on referral_card
  ((case status when 'WAITLISTED' then waitlist_review_at when 'ACCEPTED' then contact_by else respond_by end), referral_id)
  where status in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED');
create index referral_card_sent on referral_card (sent_at, referral_id) where sent_at is not null;

create function waiting_now(p_house uuid)
returns table (service_type text, sender uuid, recipient uuid, status text, sent_on date, late boolean, n bigint)
language plpgsql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not coalesce(caller_coordinates() or caller_supervises() and p_house = caller_organisation(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query
    select c.service_type, c.sender_organisation_id, c.recipient_organisation_id, c.status, (c.sent_at at time zone 'UTC')::date,
           coalesce(case c.status when 'WAITLISTED' then c.waitlist_review_at when 'ACCEPTED' then c.contact_by else c.respond_by end
                    <= caller_now(), false), count(*)
      from referral_card c
     where c.status in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED') and c.sent_at is not null
       and (p_house is null or p_house in (c.sender_organisation_id, c.recipient_organisation_id))
     group by 1, 2, 3, 4, 5, 6;
end $$;

-- ---- folding, and holding the totals against a recount
create function counts_fold() returns bigint
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare referrals bigint; cases bigint;
begin
  if not pg_try_advisory_xact_lock(7061637501) then
    return 0;
  end if;
  with gone as (delete from referral_count_change returning *),
       folded as (
         insert into referral_count as t (side, house, measure, grain, period, partner, service_type, key, n)
         select c.side, c.house, c.measure, c.grain, c.period, c.partner, x.service_type, c.key, sum(x.n)
           from gone x
          cross join lateral counted(x.sent_on, x.sender, x.recipient, x.service_type, x.state, x.reason, x.accepted, x.answer, x.contact) c
          group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(x.n) <> 0
         on conflict (side, house, measure, grain, period, partner, service_type, key) do update set n = t.n + excluded.n)
  select count(*) into referrals from gone;
  with gone as (delete from caseload_change returning *),
       folded as (
         insert into caseload as t (organisation_id, worker_id, n)
         select organisation_id, worker_id, sum(n) from gone group by 1, 2 having sum(n) <> 0
         on conflict (organisation_id, worker_id) do update set n = t.n + excluded.n)
  select count(*) into cases from gone;
  return referrals + cases;
end $$;

-- totals of days are read for the last 180 days at most: older ones go, months and years stay
create function counts_prune() returns bigint
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare gone bigint;
begin
  delete from referral_count where grain = 'D' and period < (now() + (select ahead from clock))::date - 220;
  get diagnostics gone = row_count;
  return gone;
end $$;

create function referral_count_differences()
returns table (side text, house uuid, measure text, grain text, period date, partner uuid, service_type text, key text, counted bigint, recounted bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select side, house, measure, grain, period, partner, service_type, key, sum(counted)::bigint, sum(recounted)::bigint
    from (select side, house, measure, grain, period, partner, service_type, key, n counted, 0 recounted from referral_counted
           where grain <> 'D' or period >= (now() + (select ahead from clock))::date - 200
          union all
          select c.side, c.house, c.measure, c.grain, c.period, c.partner, x.service_type, c.key, 0, 1
            from referral_card r
           cross join lateral cell_of(r) x
           cross join lateral counted(x.sent_on, x.sender, x.recipient, x.service_type, x.state, x.reason, x.accepted, x.answer, x.contact) c
           where c.grain <> 'D' or c.period >= (now() + (select ahead from clock))::date - 200) b
   group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(counted) <> sum(recounted)
$$;
create function caseload_differences() returns table (organisation_id uuid, worker_id uuid, counted bigint, recounted bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select organisation_id, worker_id, sum(counted)::bigint, sum(recounted)::bigint
    from (select organisation_id, worker_id, n counted, 0 recounted from caseload
          union all select organisation_id, worker_id, n, 0 from caseload_change
          union all select lead_organisation_id, lead_worker_id, 0, 1 from case_file where case_is_open(status)) b
   group by 1, 2 having sum(counted) <> sum(recounted)
$$;

-- adds the differences: read and written in one statement each, so that what others do meanwhile is neither lost nor counted twice
create function counts_mend() returns bigint
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare referrals bigint; cases bigint;
begin
  perform pg_advisory_xact_lock(7061637501);
  insert into referral_count as t (side, house, measure, grain, period, partner, service_type, key, n)
    select side, house, measure, grain, period, partner, service_type, key, recounted - counted from referral_count_differences()
    on conflict (side, house, measure, grain, period, partner, service_type, key) do update set n = t.n + excluded.n;
  get diagnostics referrals = row_count;
  insert into caseload as t (organisation_id, worker_id, n)
    select organisation_id, worker_id, recounted - counted from caseload_differences()
    on conflict (organisation_id, worker_id) do update set n = t.n + excluded.n;
  get diagnostics cases = row_count;
  return referrals + cases;
end $$;

-- what an administrator is told: which total, how many there are and how many there should be; no worker
create function counts_verify() returns table (what text, organisation_id uuid, period text, service_type text, key text, counted bigint, recounted bigint)
language plpgsql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not 'ADM' = any (caller_roles()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query
    select d.side || ' ' || d.measure, nullif(d.house, '00000000-0000-0000-0000-000000000000'), d.grain || ' ' || d.period,
           d.service_type, d.key, d.counted, d.recounted from referral_count_differences() d
    union all
    select 'OPEN CASES', c.organisation_id, 'now', null, null, sum(c.counted)::bigint, sum(c.recounted)::bigint
      from caseload_differences() c group by c.organisation_id
    order by 1, 2, 3, 4, 5;
end $$;
create function counts_rebuild() returns bigint
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not 'ADM' = any (caller_roles()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return counts_mend();
end $$;

-- ---- who reads them: coordinators of a competent authority all, supervisors what their own organisation sent and was asked
do $$ declare t text; f regprocedure; begin
  foreach t in array array['referral_count', 'referral_count_change', 'caseload', 'caseload_change'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy coordinator on referral_count for select to alongside_app using ((select caller_coordinates()));
create policy own_house on referral_count for select to alongside_app using (
  house = (select caller_organisation()) and (select caller_supervises()));
create policy coordinator on referral_count_change for select to alongside_app using ((select caller_coordinates()));
create policy own_house on referral_count_change for select to alongside_app using (
  (select caller_organisation()) in (sender, recipient) and (select caller_supervises()));
grant select on referral_count, referral_count_change, referral_counted to alongside_app;
grant select on referral_counted to alongside_gatekeeper;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['count_referral()', 'count_case()', 'caseloads()', 'waiting_now(uuid)', 'counts_fold()', 'counts_prune()', 'referral_count_differences()',
      'caseload_differences()', 'counts_mend()', 'counts_verify()', 'counts_rebuild()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function caller_coordinates(), caller_supervises(), cell_of(referral_card), case_is_open(text), count_referral(), count_case(), caseloads(),
  waiting_now(uuid), counts_fold(), counts_prune(), referral_count_differences(), caseload_differences(), counts_mend(), counts_verify(), counts_rebuild(),
  answer_deadline(timestamptz, timestamptz, timestamptz, timestamptz), contact_deadline(timestamptz, timestamptz),
  accepted_within(timestamptz, timestamptz), counted(date, uuid, uuid, text, text, text, text, text, text) from public;
grant execute on function caller_coordinates(), caller_supervises(), caseloads(), waiting_now(uuid), counts_fold(), counts_prune(), counts_verify(), counts_rebuild(),
  answer_deadline(timestamptz, timestamptz, timestamptz, timestamptz), contact_deadline(timestamptz, timestamptz),
  counted(date, uuid, uuid, text, text, text, text, text, text) to alongside_app;
grant execute on function caller_coordinates(), caller_supervises(), cell_of(referral_card), case_is_open(text),
  answer_deadline(timestamptz, timestamptz, timestamptz, timestamptz), contact_deadline(timestamptz, timestamptz),
  accepted_within(timestamptz, timestamptz), counted(date, uuid, uuid, text, text, text, text, text, text) to alongside_gatekeeper;

-- what was sent and opened before is counted now
select counts_mend();
