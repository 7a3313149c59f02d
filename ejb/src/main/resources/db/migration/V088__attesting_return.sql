-- She took an agreement back: whoever got something under it is asked to attest that it was returned or destroyed, and her own file
-- says what had been shared already.

insert into setting (name, value, basis) values ('attestation-within', '7 days', 'design recommendation, ACCESS 4');

-- Like the card of a referral it has no case id: the holder's own people find it although the file is closed to them by then.
create table attestation (
  attestation_id         uuid primary key,
  consent_id             uuid not null unique references consent,
  holder_organisation_id uuid not null references organisation,
  asking_organisation_id uuid not null references organisation,
  referrals      uuid[] not null check (cardinality(referrals) > 0),
  categories     smallint[] not null check (cardinality(categories) > 0),
  asked_at       timestamptz not null,
  due_at         timestamptz not null,
  late_at        timestamptz,
  answer         text,
  duty           text,
  answered_at    timestamptz,
  answered_by    uuid references worker,
  stopped_at     timestamptz,
  stopped_by     uuid references worker,
  version        int not null default 0,
  check (asked_at < due_at),
  check (holder_organisation_id <> asking_organisation_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((duty is not null) = (answer is not distinct from 'KEPT_BY_LAW')),
  check ((stopped_at is null) = (stopped_by is null) and (stopped_at is null or answer is null))
);
comment on table attestation is 'One request to one holder after a withdrawal: ids, codes and instants only';
comment on column attestation.consent_id is 'The last of the consents that she took back with one word to this organisation';
comment on column attestation.referrals is 'Under which it got what it got: cards that it still finds';
comment on column attestation.stopped_at is 'When a supervisor of the lead noted that no answer is to be expected';
create index attestation_holder on attestation (holder_organisation_id, due_at) where answer is null and stopped_at is null;

-- whether the caller leads the file behind a consent, and may read of consents or write them
create function asks_back(p_consent uuid, p_kind text) returns boolean
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c uuid;
begin
  select case_id into c from consent where consent_id = p_consent;
  return found and leads(c) and may(p_kind, c, 2048);
end $$;

alter table attestation enable row level security, force row level security;
create policy by_function on attestation to alongside_gatekeeper using (true) with check (true);
create policy holder on attestation for select to alongside_app using (
  holder_organisation_id = (select caller_organisation()) and (select caller_mask('seen')) & 2048 <> 0);
create policy lead on attestation for select to alongside_app using (asks_back(consent_id, 'read'));
create policy process on attestation for select to alongside_app using ((select caller_is_system()));
create policy asked on attestation for insert to alongside_app with check (
  asking_organisation_id = (select caller_organisation()) and answer is null and stopped_at is null and late_at is null
  and asks_back(consent_id, 'write')
  and holder_organisation_id = (select c.recipient_organisation_id from consent c where c.consent_id = attestation.consent_id));
create policy holder_answers on attestation for update to alongside_app using (
  holder_organisation_id = (select caller_organisation()) and (select caller_mask('seen')) & 2048 <> 0);
create policy lead_stops on attestation for update to alongside_app using (asks_back(consent_id, 'read'));
create policy process_escalates on attestation for update to alongside_app using ((select caller_is_system()));
grant select, insert on attestation to alongside_app;
grant update (late_at, answer, duty, answered_at, answered_by, stopped_at, stopped_by, version) on attestation to alongside_app;
grant select on attestation to alongside_gatekeeper;

-- each party writes its own part, once and in its own name
create function attestation_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare mine text[];
begin
  if caller_worker() is null then
    return new;
  end if;
  mine := case when caller_is_system() then array['late_at']
               when new.holder_organisation_id = caller_organisation() then array['answer', 'duty', 'answered_at', 'answered_by']
               else array['stopped_at', 'stopped_by'] end || array['version'];
  if to_jsonb(new) - mine <> to_jsonb(old) - mine or old.answer is not null or old.stopped_at is not null
     or new.answered_by is distinct from old.answered_by and new.answered_by is distinct from caller_worker()
     or new.stopped_by is distinct from old.stopped_by and new.stopped_by is distinct from caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_party before update on attestation for each row execute function attestation_by_party();

create function tell_attestation() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'case ' || f.case_id || ' -1 ' || f.lead_organisation_id)
     from consent c join case_file f using (case_id) where c.consent_id = new.consent_id;
  return null;
end $$;
create trigger told after insert or update on attestation for each row execute function tell_attestation();

-- ---- what was shared: by the grants that opened something under a consent, less what she kept back all along; last opened as the
-- audit has it, of that organisation as a whole. For those who lead the file alone
create function shared_already(p_case uuid)
returns table (consent_id uuid, organisation_id uuid, category smallint, opened_at timestamptz, closed_at timestamptz, last_opened_at timestamptz)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with shared as (
    select g.consent_id, g.organisation_id, g.category, min(g.valid_from) opened_at,
           max(least(g.valid_until, coalesce(g.ended_at, 'infinity'))) closed_at
      from access_grant g
     where g.case_id = p_case and g.consent_id is not null and g.level in ('F','R','M') and leads(p_case) and may('read', p_case, 2048)
       and g.valid_from <= caller_now() and (g.ended_at is null or g.ended_at > g.valid_from)
       and not exists (select from exclusion x
                        where x.case_id = g.case_id and x.organisation_id = g.organisation_id and x.category = g.category
                          and x.part = 'WHOLE' and x.said_at <= g.valid_from
                          and (x.lifted_at is null or x.lifted_at >= least(g.valid_until, coalesce(g.ended_at, 'infinity'))))
     group by 1, 2, 3),
  opened as (
    select e.organisation_id, max(e.at) at from audit_event e
     where e.chain_id = p_case and e.outcome = 'PERMITTED'
       and e.organisation_id in (select s.organisation_id from shared s)
     group by 1)
  select s.consent_id, s.organisation_id, s.category, s.opened_at, s.closed_at,
         case when o.at >= s.opened_at then least(o.at, s.closed_at) end
    from shared s left join opened o using (organisation_id)
$$;

-- ---- a task about it: to the holder as about a card, to the lead as about the file; of all other tasks as before
alter function told_of_task(uuid, boolean) rename to told_of_other_task;
create function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_other_task(p_subject, p_about_card) told
   union
  select told
    from attestation a join consent k using (consent_id) cross join lateral told_of_case(k.case_id, -1, null) told
   where not p_about_card and a.attestation_id = p_subject
   union
  select w.worker_id
    from attestation a
    join worker w on w.organisation_id = a.holder_organisation_id and w.kind = 'PERSON'
     and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role x using (worker_id)
    join role_category k on k.role_code = x.role_code and k.category = 11 and k.access in ('F','R','W','M','E','*')
   where p_about_card and (select caller_is_system()) and a.attestation_id = p_subject
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['asks_back(uuid, text)', 'shared_already(uuid)', 'tell_attestation()', 'told_of_task(uuid, boolean)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function attestation_by_party() from public;
grant execute on function asks_back(uuid, text), shared_already(uuid), told_of_task(uuid, boolean) to alongside_app;
