-- Disclosures without consent: somebody outside is told something of a survivor although she did not agree, only under a coded
-- exception, after a second person, as little as possible; recorded, and she is told when it is safe. Nothing here opens a file:
-- no grant is made. Everything is written by the functions below and by nothing else.

insert into setting (name, value, basis) values
  ('disclosure-agreed-within', '24 hours', 'design recommendation'),
  ('disclosure-made-within', '72 hours', 'design recommendation'),
  ('disclosure-told-within', '72 hours', 'design recommendation, as of emergency access'),
  ('disclosure-looked-at-again-within', '24 hours', 'design recommendation, as of emergency access');

create table disclosure_rule (
  exception   text primary key,
  desks       text[] not null check (cardinality(desks) between 1 and 3 and desks <@ array['SUP','DPO','LAW']),
  telling     text not null check (telling in ('BEFORE','AFTER','ATTEMPTS')),
  child_only  boolean not null,
  needs_order boolean not null,
  asks_guardian boolean not null,
  categories  smallint[] not null check (cardinality(categories) > 0 and categories <@ array[0,1,3,4,5,9]::smallint[])
);
comment on table disclosure_rule is 'An exception of disclosure_exception.csv: who agrees, in this order, when she is told, and the most that may be told. Never: placement, care plan and referrals, which name the house where she lives; process notes; legal, where the privileged file lies; the police store; documents';

create table disclosure (
  disclosure_id   uuid primary key,
  case_id         uuid not null references case_file,
  case_code       text not null,
  exception       text not null references disclosure_rule,
  desks           text[] not null check (cardinality(desks) > 0),
  telling         text not null,
  organisation_id uuid references organisation,
  body            text check (length(body) between 1 and 120),
  categories      smallint[] not null check (cardinality(categories) > 0 and categories <@ array[0,1,3,4,5,9]::smallint[]),
  words           text not null check (length(words) between 1 and 1000),
  order_reference text check (length(order_reference) between 1 and 120),
  overriding      text check (length(overriding) between 1 and 500),
  guardian_view   text,
  guardian_words  text check (length(guardian_words) between 1 and 500),
  proposed_at     timestamptz not null,
  proposed_by     uuid not null references worker,
  taken_back_at   timestamptz,
  taken_back_by   uuid references worker,
  refused_at      timestamptz,
  refused_by      uuid references worker,
  refused_words   text check (length(refused_words) between 1 and 500),
  disclosed_at    timestamptz,
  way             text,
  receipt         text check (length(receipt) between 1 and 120),
  recorded_at     timestamptz,
  recorded_by     uuid references worker,
  told_at         timestamptz,
  told_by         uuid references worker,
  told_whom       text,
  told_relation   text,
  told_channel    text,
  not_told_why    text,
  look_again_at   timestamptz,
  check (num_nonnulls(organisation_id, body) = 1),
  check ((taken_back_at is null) = (taken_back_by is null)),
  check (num_nonnulls(refused_at, refused_by, refused_words) in (0, 3)),
  check (refused_by is distinct from proposed_by or refused_by is null),
  check (num_nonnulls(disclosed_at, way, recorded_at, recorded_by) in (0, 4)),
  check (num_nonnulls(taken_back_at, refused_at, recorded_at) <= 1),
  check ((told_at is null) = (told_by is null)),
  check (told_at is null or told_whom is not null and told_channel is not null),
  check (recorded_at is not null or num_nonnulls(told_at, not_told_why) = 0)
);
comment on table disclosure is 'What was told to whom outside without her agreement, or was to be; the lead''s record. It opens nothing to anybody';
comment on column disclosure.body is 'A named body that is no partner here; else organisation_id';
comment on column disclosure.desks is 'Who agrees, in this order, as the rule said when it was proposed';
comment on column disclosure.overriding is 'Why it is told to a partner from whom she keeps it; needed there';
create index disclosure_case on disclosure (case_id, proposed_at);

create table disclosure_agreement (
  disclosure_id uuid not null references disclosure,
  desk          text not null,
  agreed_at     timestamptz not null,
  agreed_by     uuid not null references worker,
  primary key (disclosure_id, desk),
  unique (disclosure_id, agreed_by)
);
comment on table disclosure_agreement is 'Nobody agrees twice, and nobody to what they proposed';

-- nobody agrees to what they proposed, whoever writes it
create function disclosure_second_person() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from disclosure d where d.disclosure_id = new.disclosure_id and (d.proposed_by = new.agreed_by or new.desk <> all (d.desks))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger second_person before insert or update on disclosure_agreement for each row execute function disclosure_second_person();

-- ---- who is asked
-- the desk whose word is missing; null: all agreed, or it is over
create function disclosure_turn(p_disclosure uuid) returns text
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select k.desk
    from disclosure d cross join lateral unnest(d.desks) with ordinality k (desk, n)
   where d.disclosure_id = p_disclosure and d.taken_back_at is null and d.refused_at is null and d.recorded_at is null
     and not exists (select from disclosure_agreement a where a.disclosure_id = d.disclosure_id and a.desk = k.desk)
   order by k.n limit 1
$$;

-- where the data protection officers are who see to a case: of the lead, and of a competent authority where the lead has none
create function protects(p_lead uuid, p_organisation uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select p_lead is not null
     and (p_organisation = p_lead
          or exists (select from organisation o where o.organisation_id = p_organisation and o.competent_authority)
             and not exists (select from worker w join worker_role r using (worker_id)
                              where w.organisation_id = p_lead and r.role_code = 'DPO' and (w.left_at is null or w.left_at > caller_now())))
$$;

-- whether the caller sits at that desk for that case
create function disclosure_desk(p_case uuid, p_desk text) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_worker() is not null and caller_is(p_desk) and not tied(caller_worker(), p_case)
     and case p_desk
         when 'SUP' then leads(p_case) and may('read', p_case, 2048)
         when 'DPO' then protects((select lead_organisation_id from case_file where case_id = p_case), caller_organisation())
         when 'LAW' then may('seen', p_case, 0) and not only_in_emergency(p_case)
                         or (select lead_organisation_id from case_file where case_id = p_case) = caller_organisation()
         else false end
$$;

-- how a disclosure is the caller's: LEAD, ASKED (it waits for them, or they agreed), PROTECTION; null: not at all
create function disclosure_standing(p_disclosure uuid) returns text
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure; w uuid := caller_worker();
begin
  select * into d from disclosure where disclosure_id = p_disclosure;
  if not found or w is null or caller_now() is null or tied(w, d.case_id) then
    return null;
  end if;
  return case
    when caller_is('CW', 'SUP') and leads(d.case_id) and may('read', d.case_id, 2048) then 'LEAD'
    when caller_is('DPO') and disclosure_desk(d.case_id, 'DPO') then 'PROTECTION'
    when exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and a.agreed_by = w) then 'ASKED'
    when disclosure_turn(p_disclosure) = 'LAW' and disclosure_desk(d.case_id, 'LAW') then 'ASKED'
  end;
end $$;

-- whether the file is open to somebody now: in person, or through a team that they supervise or whose shift they work
create function reached(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_access a
                  where a.case_id = p_case and a.valid_from <= caller_now() and caller_now() < a.valid_until
                    and (a.holder_id = p_worker
                         or a.holder_id in (select m.team_id from team_member m join team t using (team_id)
                                             where m.worker_id = p_worker and (m.supervises or t.reach = 'SHIFT')
                                               and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now()))))
$$;

-- the organisations in which somebody other than the caller and than whoever proposed can agree at that desk
create function disclosure_sitters(p_case uuid, p_desk text, p_proposer uuid) returns setof uuid
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct w.organisation_id
    from case_file f join worker w on w.kind = 'PERSON' and w.worker_id <> caller_worker() and w.worker_id <> p_proposer
     and (w.left_at is null or w.left_at > caller_now())
    join organisation o using (organisation_id)
    join worker_role r on r.worker_id = w.worker_id and r.role_code = p_desk
   where f.case_id = p_case
     and (o.suspended_at is null or o.suspended_at > caller_now()) and not tied(w.worker_id, p_case)
     and case p_desk
         when 'SUP' then w.organisation_id = f.lead_organisation_id and reached(w.worker_id, p_case)
         when 'DPO' then protects(f.lead_organisation_id, w.organisation_id)
         when 'LAW' then w.organisation_id = f.lead_organisation_id or reached(w.worker_id, p_case)
         else false end
$$;
-- the same, told to those who lead before they propose; none: nobody could
create function disclosure_askable(p_case uuid, p_desk text) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select s from disclosure_sitters(p_case, p_desk, caller_worker()) s where leads(p_case) and may('read', p_case, 2048)
$$;
-- the same of the desk whose turn it is now, for whoever agreed before
create function disclosure_asked_next(p_disclosure uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select s from disclosure d cross join lateral disclosure_sitters(d.case_id, disclosure_turn(d.disclosure_id), d.proposed_by) s
   where d.disclosure_id = p_disclosure and disclosure_standing(p_disclosure) is not null
$$;

do $$ declare t text; begin
  foreach t in array array['disclosure','disclosure_agreement'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy known on disclosure for select to alongside_app using (disclosure_standing(disclosure_id) is not null);
create policy known on disclosure_agreement for select to alongside_app using (disclosure_standing(disclosure_id) is not null);
grant select on disclosure_rule to alongside_app, alongside_gatekeeper;
create trigger told after insert or update or delete on disclosure for each row execute function tell_lead();

-- ---- proposes; never for a case that is closed, and to a partner from whom she keeps something of it only with a word why
create function disclosure_propose(p_disclosure uuid, p_case uuid, p_exception text, p_organisation uuid, p_body text, p_categories smallint[],
                                   p_words text, p_order text, p_overriding text, p_guardian_view text, p_guardian_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file; k disclosure_rule; adult boolean;
begin
  select * into f from case_file where case_id = p_case for key share;
  select * into k from disclosure_rule where exception = p_exception;
  select not m.child into adult from identity_minimum m where m.case_id = p_case;
  if f.case_id is null or k.exception is null or not caller_is('CW') or not leads(p_case) or not may('write', p_case, 2048)
     or tied(caller_worker(), p_case)
     or f.status in ('CLOSED', 'CLOSED_TRANSFERRED', 'DUPLICATE', 'ANONYMISED')
     or coalesce(cardinality(p_categories), 0) = 0 or not p_categories <@ k.categories
     or k.child_only and coalesce(adult, true) or k.needs_order and p_order is null or k.asks_guardian and p_guardian_view is null
     or p_organisation = f.lead_organisation_id
     or p_overriding is null and exists (select from exclusion x
          where x.case_id = p_case and x.organisation_id = p_organisation and x.lifted_at is null and x.category = any (p_categories)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into disclosure (disclosure_id, case_id, case_code, exception, desks, telling, organisation_id, body, categories, words, order_reference,
                          overriding, guardian_view, guardian_words, proposed_at, proposed_by)
    select p_disclosure, p_case, f.case_code, k.exception, k.desks, k.telling, p_organisation, p_body, array_agg(distinct c order by c), p_words,
           p_order, p_overriding, p_guardian_view, p_guardian_words, caller_now(), caller_worker()
      from unnest(p_categories) c;
end $$;

-- agrees or refuses at the desk whose turn it is; answers the desk that is asked next, null where none is
create function disclosure_decide(p_disclosure uuid, p_agree boolean, p_words text) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure; k text;
begin
  select * into d from disclosure where disclosure_id = p_disclosure for update;
  k := disclosure_turn(p_disclosure);
  if d.disclosure_id is null or disclosure_standing(p_disclosure) is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if k is null then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  if d.proposed_by = caller_worker() or not disclosure_desk(d.case_id, k)
     or exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and a.agreed_by = caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if p_agree then
    insert into disclosure_agreement (disclosure_id, desk, agreed_at, agreed_by) values (p_disclosure, k, caller_now(), caller_worker());
    return disclosure_turn(p_disclosure);
  end if;
  update disclosure set refused_at = caller_now(), refused_by = caller_worker(), refused_words = p_words where disclosure_id = p_disclosure;
  return null;
end $$;

-- the row, locked, for the lead's caseworker who goes on with it
create function disclosure_of_lead(p_disclosure uuid) returns disclosure
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure;
begin
  select * into d from disclosure where disclosure_id = p_disclosure for update;
  if not found or not caller_is('CW') or not may('write', d.case_id, 2048) or disclosure_standing(p_disclosure) is distinct from 'LEAD' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return d;
end $$;

create function disclosure_take_back(p_disclosure uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure := disclosure_of_lead(p_disclosure);
begin
  if num_nonnulls(d.taken_back_at, d.refused_at, d.recorded_at) > 0 then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  update disclosure set taken_back_at = caller_now(), taken_back_by = caller_worker() where disclosure_id = p_disclosure;
end $$;

-- that it was told, only once everybody agreed
create function disclosure_record(p_disclosure uuid, p_at timestamptz, p_way text, p_receipt text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure := disclosure_of_lead(p_disclosure);
begin
  if num_nonnulls(d.taken_back_at, d.refused_at, d.recorded_at) > 0 then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  if disclosure_turn(p_disclosure) is not null or p_at > caller_now() or p_at < d.proposed_at - interval '1 minute'
     or exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and p_at < a.agreed_at - interval '1 minute') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update disclosure set disclosed_at = p_at, way = p_way, receipt = p_receipt, recorded_at = caller_now(), recorded_by = caller_worker()
   where disclosure_id = p_disclosure;
end $$;

-- how she was told, or why not yet; never through somebody who is excluded
create function disclosure_tell(p_disclosure uuid, p_at timestamptz, p_whom text, p_relation text, p_channel text, p_why text, p_again timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure := disclosure_of_lead(p_disclosure);
begin
  if d.recorded_at is null or (p_at is null) = (p_why is null)
     or p_whom = 'GUARDIAN' and (p_relation is null or exists (
          select from excluded_person x where x.case_id = d.case_id and x.relation = p_relation)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if d.told_at is not null then
    raise exception 'told meanwhile' using errcode = '40001';
  end if;
  update disclosure
     set told_at = p_at, told_by = case when p_at is not null then caller_worker() end, told_whom = p_whom, told_relation = p_relation,
         told_channel = p_channel, not_told_why = p_why, look_again_at = p_again
   where disclosure_id = p_disclosure;
end $$;

-- ---- a task about it: to those who lead as about the file, to the desk that is asked; of all other tasks as before
alter function told_of_task(uuid, boolean) rename to told_of_task_but_disclosures;
create function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_task_but_disclosures(p_subject, p_about_card) told
   union
  select told from disclosure d cross join lateral told_of_case(d.case_id, -1, null) told
   where not p_about_card and d.disclosure_id = p_subject
   union
  select w.worker_id
    from disclosure d join case_file f using (case_id) join worker w on w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role r on r.worker_id = w.worker_id
   where (select caller_is_system()) and not p_about_card and d.disclosure_id = p_subject and w.worker_id <> d.proposed_by
     and r.role_code in ('DPO', 'LAW') and r.role_code = disclosure_turn(d.disclosure_id) and not tied(w.worker_id, d.case_id)
     and (w.organisation_id = f.lead_organisation_id
          or r.role_code = 'DPO' and protects(f.lead_organisation_id, w.organisation_id))
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['disclosure_desk(uuid, text)', 'disclosure_standing(uuid)', 'disclosure_askable(uuid, text)', 'disclosure_asked_next(uuid)',
                           'disclosure_propose(uuid, uuid, text, uuid, text, smallint[], text, text, text, text, text)',
                           'disclosure_decide(uuid, boolean, text)', 'disclosure_of_lead(uuid)', 'disclosure_take_back(uuid)',
                           'disclosure_record(uuid, timestamptz, text, text)',
                           'disclosure_tell(uuid, timestamptz, text, text, text, text, timestamptz)', 'told_of_task(uuid, boolean)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function disclosure_turn(uuid), protects(uuid, uuid), reached(uuid, uuid), disclosure_sitters(uuid, text, uuid), disclosure_second_person() from public;
grant execute on function disclosure_turn(uuid), protects(uuid, uuid), reached(uuid, uuid), disclosure_sitters(uuid, text, uuid) to alongside_gatekeeper;
grant execute on function disclosure_turn(uuid), disclosure_desk(uuid, text), disclosure_standing(uuid), disclosure_askable(uuid, text), disclosure_asked_next(uuid),
  disclosure_propose(uuid, uuid, text, uuid, text, smallint[], text, text, text, text, text), disclosure_decide(uuid, boolean, text),
  disclosure_take_back(uuid), disclosure_record(uuid, timestamptz, text, text),
  disclosure_tell(uuid, timestamptz, text, text, text, text, timestamptz), told_of_task(uuid, boolean) to alongside_app;
