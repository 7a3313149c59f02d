-- Who reads the audit, by name. A data protection officer reads the events of their own organisation's people, and those that
-- concern a case that their organisation leads. Those who lead a case are told by two functions who has seen it. Nobody else reads
-- a row, and nobody changes one.

create index audit_event_organisation on audit_event (organisation_id, at, chain_id, seq);
create index audit_event_refused on audit_event (organisation_id, at, chain_id, seq) where outcome = 'REFUSED';
drop index audit_event_actor;
create index audit_event_actor on audit_event (actor_id, at, chain_id, seq);

-- ---- what others did, or were refused, to a case: told to the one that leads it. The event itself is never touched.
-- No foreign keys: a refusal is kept while the one refused still holds its locks, and a key would wait for the case's.
create table audit_concern (
  organisation_id    uuid not null,
  at                 timestamptz not null,
  chain_id           uuid not null,
  seq                bigint not null,
  case_id            uuid not null,
  by_organisation_id uuid not null,
  action             text not null,
  refused            boolean not null,
  primary key (organisation_id, at, chain_id, seq)
);
comment on table audit_concern is 'To which lead an event is told that its own people did not do, or that was refused as not there; goes with the lead. What it is chosen by stands here too, so that a page is read from one index';
create index audit_concern_refused on audit_concern (organisation_id, at, chain_id, seq) where refused;
create index audit_concern_case on audit_concern (case_id, at);

-- a case is named by its own id and by the ids of what is in it. All are asked, whichever it is: how long it takes tells nothing
create function audit_case_named(p_subject uuid) returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (array_agg(case_id))[1] from (
    select case_id from case_file where case_id = p_subject
    union all select case_id from referral where referral_id = p_subject
    union all select case_id from consent where consent_id = p_subject
    union all select case_id from goal where goal_id = p_subject
    union all select case_id from action_step where step_id = p_subject
    union all select case_id from matter where matter_id = p_subject
    union all select case_id from closing where closing_id = p_subject) named
$$;

create function audit_tell(p_event audit_event, p_subject uuid) returns void
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  insert into audit_concern (organisation_id, at, chain_id, seq, case_id, by_organisation_id, action, refused)
  select c.lead_organisation_id, p_event.at, p_event.chain_id, p_event.seq, c.case_id, p_event.organisation_id, p_event.action,
         p_event.outcome = 'REFUSED'
    from case_file c
   where c.case_id = coalesce(p_event.case_id, case p_event.outcome when 'REFUSED' then audit_case_named(p_subject) end)
     and (p_event.case_id is null or c.lead_organisation_id <> p_event.organisation_id)
$$;

create or replace function audit_write(p_action text, p_case uuid, p_subject uuid, p_category smallint, p_basis text, p_outcome text,
                            p_reason text, p_session text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  h audit_head; e audit_event;
begin
  if caller_worker() is null then
    raise exception 'no caller' using errcode = '42501';
  end if;
  e.chain_id := coalesce(p_case, caller_worker());
  insert into audit_head values (e.chain_id, 0, '\x00') on conflict do nothing;
  select * into h from audit_head where chain_id = e.chain_id for update;
  e.seq := h.seq + 1;
  e.at := caller_now();
  e.recorded_at := clock_timestamp();
  e.actor_id := caller_worker();
  e.organisation_id := caller_organisation();
  e.roles := caller_roles();
  e.session_id := p_session;
  e.action := p_action;
  e.case_id := p_case;
  e.subject_id := p_subject;
  e.category := p_category;
  e.basis := p_basis;
  e.outcome := p_outcome;
  e.reason := p_reason;
  e.prior_hash := h.hash;
  e.hash := audit_hash(h.hash, e);
  insert into audit_event select e.*;
  perform audit_tell(e, p_subject);
  update audit_head set seq = e.seq, hash = e.hash where chain_id = e.chain_id;
end $$;

-- ---- with the lead goes what is told to the lead
create function audit_follow_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  delete from audit_concern where case_id = new.case_id and chain_id = new.case_id;
  update audit_concern set organisation_id = new.lead_organisation_id where case_id = new.case_id;
  insert into audit_concern (organisation_id, at, chain_id, seq, case_id, by_organisation_id, action, refused)
    select new.lead_organisation_id, e.at, e.chain_id, e.seq, e.case_id, e.organisation_id, e.action, e.outcome = 'REFUSED'
      from audit_event e where e.chain_id = new.case_id and e.organisation_id <> new.lead_organisation_id;
  return null;
end $$;
create trigger audit_goes_with_lead after update of lead_organisation_id on case_file for each row
  when (old.lead_organisation_id <> new.lead_organisation_id) execute function audit_follow_lead();

-- what is on record already
create function audit_tell_all() returns void
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select count(audit_tell(e, e.subject_id)) from audit_event e
$$;

-- ---- rows
alter table audit_concern enable row level security, force row level security;
create policy by_function on audit_concern to alongside_gatekeeper using (true) with check (true);
create policy of_lead on audit_concern for select to alongside_app using (
  (select 'DPO' = any (caller_roles())) and organisation_id = (select caller_organisation())
  and case_id <> all (array(select d.case_id from conflict_declaration d
                             where d.worker_id = (select caller_worker()) and d.lifted_at is null)));
-- asked a row at a time, by key: as a subquery of the policy it would be all that the house is told, for every statement
create function audit_told(p_at timestamptz, p_chain uuid, p_seq bigint) returns boolean
language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  o uuid := caller_organisation(); w uuid := caller_worker();
begin
  return 'DPO' = any (caller_roles())
     and exists (select from audit_concern c
                  where c.organisation_id = o and c.at = p_at and c.chain_id = p_chain and c.seq = p_seq
                    and not exists (select from conflict_declaration d
                                     where d.worker_id = w and d.case_id = c.case_id and d.lifted_at is null));
end $$;
create policy of_own_people_and_led_cases on audit_event for select to alongside_app using (
  (select 'DPO' = any (caller_roles()))
  and (organisation_id = (select caller_organisation()) or audit_told(at, chain_id, seq))
  and chain_id <> all (array(select d.case_id from conflict_declaration d
                              where d.worker_id = (select caller_worker()) and d.lifted_at is null)));
grant select on audit_concern to alongside_app;
-- never what was asked for: of an id that is not there nothing may say whether it is
grant select (chain_id, seq, at, recorded_at, actor_id, organisation_id, roles, session_id, action, case_id, category, basis, outcome,
              reason, hash) on audit_event to alongside_app;
grant select, insert, update, delete on audit_concern to alongside_gatekeeper;

-- ---- the code of a case, for the officer: led by their organisation, or one of their people had a standing in it
create function audit_knows(p_case uuid) returns boolean
language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  o uuid := caller_organisation(); w uuid := caller_worker();
begin
  return 'DPO' = any (caller_roles())
     and (exists (select from case_file c where c.case_id = p_case and c.lead_organisation_id = o)
          or exists (select from audit_event e where e.chain_id = p_case and e.case_id = p_case and e.organisation_id = o))
     and not exists (select from conflict_declaration d where d.worker_id = w and d.case_id = p_case and d.lifted_at is null);
end $$;
create function audit_code(p_case uuid) returns text
language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  return (select c.case_code from case_file c where c.case_id = p_case and audit_knows(p_case));
end $$;
create function audit_case(p_code text) returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select case_id from case_file where case_code = p_code and audit_knows(case_id)
$$;

-- ---- one chain, verified: how many events, and the first broken one
create function audit_case_verified(p_case uuid) returns table (events bigint, first_broken bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select h.seq, audit_first_broken(p_case) from audit_head h where h.chain_id = p_case and audit_knows(p_case)
$$;

create or replace function audit_broken() returns table (chain_id uuid, first_broken bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select h.chain_id, f.broken
    from audit_head h cross join lateral (select audit_first_broken(h.chain_id) broken offset 0) f
   where (select 'DPO' = any (caller_roles())) and f.broken is not null
$$;

-- ---- who has seen a case, for those who lead it: names of their own people alone
create function case_accesses(p_case uuid, p_before bigint, p_size int)
returns table (seq bigint, at timestamptz, organisation_id uuid, colleague_id uuid, roles text[], action text, category smallint, basis text)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select e.seq, e.at, e.organisation_id, case when e.organisation_id = caller_organisation() then e.actor_id end,
         e.roles, e.action, e.category, e.basis
    from audit_event e
   where (select caller_roles() && '{CW,SUP}' and may('seen', p_case, 0) and leads(p_case))
     and e.chain_id = p_case and e.case_id = p_case and e.seq < p_before and e.outcome = 'PERMITTED'
     and e.actor_id <> '00000000-0000-4000-8000-000000000000'
   order by e.seq desc limit p_size
$$;

-- of what others agreed to for a child she knows if she was asked
create function she_knows(p_consent consent) returns boolean
language sql immutable parallel safe as $$
  select p_consent.giver in ('SELF','CHILD_ASSENT') or coalesce(p_consent.assent in ('WILLING','UNWILLING'), false)
$$;

-- of whom she is told only what rests on her own word: a house that shelters, police and prosecution
create function told_by_her_word(p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select shelters(p_organisation)
      or exists (select from organisation where organisation_id = p_organisation and type in ('LAW_ENFORCEMENT', 'PROSECUTION_COURT'))
$$;

-- for herself: by organisation and day. Of a house that shelters, of police and of prosecution she is told what rests on her own word
-- to them, from the day of that word on; of what police keep for themselves nothing
create function case_accesses_for_her(p_case uuid, p_zone text) returns table (organisation_id uuid, day date, action text, times bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select e.organisation_id, (e.at at time zone p_zone)::date, e.action, count(distinct (e.at, e.actor_id))
    from audit_event e
   where (select caller_roles() && '{CW,SUP}' and may('seen', p_case, 0) and leads(p_case))
     and e.chain_id = p_case and e.case_id = p_case and e.outcome = 'PERMITTED'
     and e.actor_id <> '00000000-0000-4000-8000-000000000000'
     and e.category is distinct from 8
     and (e.organisation_id = caller_organisation()
          or not (e.roles && '{LEL,PRL}' or told_by_her_word(e.organisation_id))
          or string_to_array(e.basis, ',') && '{REFERRAL,CONSENT}' and not string_to_array(e.basis, ',') && '{LEGAL_DUTY,EMERGENCY}'
             and e.at >= (select min(c.given_at) from consent c
                           where c.case_id = p_case and c.recipient_organisation_id = e.organisation_id and she_knows(c)))
   group by 1, 2, 3
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['audit_case_named(uuid)', 'audit_tell(audit_event, uuid)', 'audit_follow_lead()', 'audit_tell_all()',
                           'audit_told(timestamptz, uuid, bigint)', 'audit_knows(uuid)', 'audit_code(uuid)', 'audit_case(text)', 'audit_case_verified(uuid)',
                           'told_by_her_word(uuid)', 'case_accesses(uuid, bigint, int)', 'case_accesses_for_her(uuid, text)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function audit_told(timestamptz, uuid, bigint), audit_code(uuid), audit_case(text), audit_case_verified(uuid), case_accesses(uuid, bigint, int),
  case_accesses_for_her(uuid, text) to alongside_app;
revoke all on function she_knows(consent) from public;
grant execute on function she_knows(consent) to alongside_app, alongside_gatekeeper;
grant execute on function told_by_her_word(uuid) to alongside_app;
select audit_tell_all();
drop function audit_tell_all();
-- the engine of one chain is asked through the two functions of the officer alone
revoke execute on function audit_first_broken(uuid) from alongside_app;
