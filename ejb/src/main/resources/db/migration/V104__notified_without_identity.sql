-- An adult who refuses identification is notified without identity, where the jurisdiction asks for it (DOMAIN P2, state NOTIFIED_ANON).
-- To the lead it is a disclosure without consent like others: proposed, agreed to by a second person, told to her. What the authority gets
-- is a row of its own that knows no case, no organisation and no hour, and that appears on a Monday with all others of the week.

create table jurisdiction (
  in_force        boolean primary key default true check (in_force),
  name            text not null check (length(name) between 1 and 120),
  notifies_adults boolean not null default false,
  notified_within interval not null check (notified_within between interval '8 days' and interval '366 days'),
  facts           text[] not null check (facts <@ array['FIRST_CONTACT_MONTH', 'SEX', 'AGE_BAND', 'EXPLOITATION']),
  authority_id    uuid references organisation,
  check (not notifies_adults or authority_id is not null and cardinality(facts) > 0)
);
comment on table jurisdiction is 'What the law asks here, one row: the beginning of a profile';
comment on column jurisdiction.notifies_adults is 'Whether an adult who refuses to be identified is notified without identity; never of itself on: it is a law that some have';
comment on column jurisdiction.notified_within is 'From her refusal; more than a week, since notifications arrive on Mondays';
comment on column jurisdiction.facts is 'Which facts the law asks for, codes of notified_fact; there are no others';
insert into jurisdiction (name, notified_within, facts) values ('No jurisdiction profile', '30 days', '{}');
grant select on jurisdiction to alongside_app, alongside_gatekeeper;

alter table disclosure_rule add column by_itself boolean not null default false;
comment on column disclosure_rule.by_itself is 'Told by this product when everybody agreed, and proposed in its own way only';
insert into disclosure_rule (exception, desks, telling, child_only, needs_order, asks_guardian, categories, by_itself)
  values ('DUTY_TO_NOTIFY', '{SUP}', 'AFTER', false, false, false, '{3,4}', true);

-- ---- the lead's side
create table notification (
  disclosure_id uuid primary key references disclosure deferrable initially deferred,
  case_id       uuid not null references case_file,
  jurisdiction  text not null,
  first_contact date check (first_contact = date_trunc('month', first_contact)::date),
  sex           text,
  age_band      text,
  exploitation  text[] not null default '{}',
  number        text unique,
  check (num_nonnulls(first_contact, sex, age_band) + cardinality(exploitation) > 0)
);
comment on table notification is 'Exactly what of her goes to the authority, fixed when it is proposed; category referrals, as all disclosures';
comment on column notification.number is 'The number under which the authority has it: the only tie between the two, and on this side alone';
create index notification_case on notification (case_id);

create table notification_duty (
  duty_id  uuid primary key,
  case_id  uuid not null references case_file,
  arose_at timestamptz not null,
  due_at   timestamptz not null check (due_at > arose_at),
  ended_at timestamptz
);
comment on table notification_duty is 'That her refusal asks for a notification, until when, and until it is proposed or not needed any more; category referrals';
create unique index notification_duty_open on notification_duty (case_id) where ended_at is null;
create index notification_duty_case on notification_duty (case_id, arose_at);

-- ---- the authority's side: no case, no organisation, no hour, and no way for the application to read the rows as they lie
create table notified_adult (
  number        text primary key,
  authority_id  uuid not null references organisation,
  arrives_on    date not null check (extract(isodow from arrives_on) = 1),
  first_contact date check (first_contact = date_trunc('month', first_contact)::date),
  sex           text,
  age_band      text,
  exploitation  text[] not null default '{}'
);
comment on table notified_adult is 'An adult who refused to be identified, as the authority knows her. Never: case, code, name, organisation, place, nationality, words, hour';
create index notified_adult_arrived on notified_adult (authority_id, arrives_on desc, number);

do $$ declare t text; begin
  foreach t in array array['notification', 'notification_duty', 'notified_adult'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
-- what goes is read from the file by the function that fixes it
do $$ declare t text; begin
  foreach t in array array['case_origin', 'demographics', 'trafficking_experience'] loop
    execute format('grant select on %I to alongside_gatekeeper', t);
    if not exists (select from pg_policies where schemaname = 'alongside' and tablename = t and 'alongside_gatekeeper' = any (roles)) then
      execute format('create policy by_function on %I for select to alongside_gatekeeper using (true)', t);
    end if;
  end loop;
end $$;
grant select on notification, notification_duty to alongside_app;
create policy known on notification for select to alongside_app using (disclosure_standing(disclosure_id) is not null);
create policy lead on notification_duty for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create trigger told after insert or update on notification for each row execute function tell_lead();
create trigger told after insert or update on notification_duty for each row execute function tell_lead();

-- by whatever act it is written: this exception with the facts that go, and told only by arriving
create function disclosure_by_itself() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if (select k.by_itself from disclosure_rule k where k.exception = new.exception)
     and not exists (select from notification n
                      where n.disclosure_id = new.disclosure_id and (new.disclosed_at is null or n.number is not null)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_itself before insert or update on disclosure for each row execute function disclosure_by_itself();

-- how a disclosure is the caller's, as before; but of a notification no house but the lead's own
-- knows, and the authority not even when it leads later
create or replace function disclosure_standing(p_disclosure uuid) returns text
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure; w uuid := caller_worker();
begin
  select * into d from disclosure where disclosure_id = p_disclosure;
  if not found or w is null or caller_now() is null or tied(w, d.case_id)
     or (select k.by_itself from disclosure_rule k where k.exception = d.exception)
        and (caller_organisation() = d.organisation_id
             or caller_organisation() is distinct from (select f.lead_organisation_id from case_file f where f.case_id = d.case_id)) then
    return null;
  end if;
  return case
    when caller_is('CW', 'SUP') and leads(d.case_id) and may('read', d.case_id, 2048) then 'LEAD'
    when caller_is('DPO') and disclosure_desk(d.case_id, 'DPO') then 'PROTECTION'
    when exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and a.agreed_by = w) then 'ASKED'
    when disclosure_turn(p_disclosure) = 'LAW' and disclosure_desk(d.case_id, 'LAW') then 'ASKED'
  end;
end $$;

-- ---- whether the law asks it of this case now; null: it does
create function notification_obstacle_of(p_case uuid) returns text
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select case
      when not j.notifies_adults or o.competent_authority is not true or o.suspended_at <= caller_now() then 'notify-no-duty'
      when f.lead_organisation_id = j.authority_id then 'notify-authority-leads'
      when coalesce(m.child, true) then 'notify-child'
      when f.status in ('CLOSED', 'CLOSED_TRANSFERRED', 'DUPLICATE', 'ANONYMISED') then 'case-closed'
      when exists (select from notification n join disclosure d using (disclosure_id)
                    where n.case_id = p_case and d.taken_back_at is null and d.refused_at is null) then 'notify-once'
      when purpose_answer_today(p_case, 'NRM_REFERRAL') is distinct from 'REFUSED' then 'notify-not-refused'
      end
    from case_file f cross join jurisdiction j
    left join organisation o on o.organisation_id = j.authority_id
    left join identity_minimum m on m.case_id = f.case_id
   where f.case_id = p_case
$$;
create function notification_obstacle(p_case uuid) returns text
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select case when leads(p_case) and may('read', p_case, 2048) then notification_obstacle_of(p_case) else 'notify-not-lead' end
$$;

-- ---- what would go: of what the law asks for, what is recorded and not left out
create function notification_facts_of(p_case uuid, p_left_out text[],
                                      out first_contact date, out sex text, out age_band text, out exploitation text[])
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select case when 'FIRST_CONTACT_MONTH' = any (k.facts)
              then date_trunc('month', coalesce(r.opened_on, (f.opened_at at time zone 'UTC')::date))::date end,
         case when 'SEX' = any (k.facts) then nullif(g.sex, 'UNKNOWN') end,
         case when 'AGE_BAND' = any (k.facts) then m.age_band end,
         case when 'EXPLOITATION' = any (k.facts)
              then array(select p from unnest(t.purposes) p where p <> 'UNKNOWN' order by p) else '{}' end
    from case_file f
   cross join lateral (select array(select a from jurisdiction j cross join lateral unnest(j.facts) a where a <> all (p_left_out)) facts) k
    left join case_origin r on r.case_id = f.case_id
    left join demographics g on g.case_id = f.case_id
    left join identity_minimum m on m.case_id = f.case_id
    left join trafficking_experience t on t.case_id = f.case_id
   where f.case_id = p_case
$$;
create function notification_facts(p_case uuid, out first_contact date, out sex text, out age_band text, out exploitation text[])
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select k.* from notification_facts_of(p_case, '{}') k where leads(p_case) and may('read', p_case, 2048)
$$;

-- ---- proposes it; nothing goes by this. One at a time for a case
create function notification_propose(p_disclosure uuid, p_case uuid, p_left_out text[], p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file; j jurisdiction;
begin
  select * into f from case_file where case_id = p_case for no key update;
  select * into j from jurisdiction;
  if f.case_id is null or not caller_is('CW') or not leads(p_case) or not may('write', p_case, 2048) or tied(caller_worker(), p_case)
     or notification_obstacle_of(p_case) is not null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into notification (disclosure_id, case_id, jurisdiction, first_contact, sex, age_band, exploitation)
    select p_disclosure, p_case, j.name, k.first_contact, k.sex, k.age_band, k.exploitation from notification_facts_of(p_case, p_left_out) k;
  insert into disclosure (disclosure_id, case_id, case_code, exception, desks, telling, organisation_id, categories, words, proposed_at, proposed_by)
    select p_disclosure, p_case, f.case_code, r.exception, r.desks, r.telling, j.authority_id, r.categories, coalesce(p_words, j.name),
           caller_now(), caller_worker()
      from disclosure_rule r where r.exception = 'DUTY_TO_NOTIFY';
  update notification_duty set ended_at = caller_now() where case_id = p_case and ended_at is null;
end $$;

-- ---- makes it, by the one who agreed last and in the same breath: it arrives next Monday with the others, under a number drawn by chance.
-- Not if she said otherwise meanwhile, or is a child
create function notification_make(p_disclosure uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d disclosure; n notification; num text;
begin
  select * into d from disclosure where disclosure_id = p_disclosure for update;
  select * into n from notification where disclosure_id = p_disclosure;
  if n.disclosure_id is null or disclosure_standing(p_disclosure) is null or disclosure_turn(p_disclosure) is not null
     or num_nonnulls(d.taken_back_at, d.refused_at, d.recorded_at) > 0
     or not exists (select from disclosure_agreement a where a.disclosure_id = p_disclosure and a.agreed_by = caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from case_file where case_id = d.case_id for key share;
  if purpose_answer_today(d.case_id, 'NRM_REFERRAL') is distinct from 'REFUSED'
     or (select m.child from identity_minimum m where m.case_id = d.case_id) then
    raise exception 'said otherwise meanwhile' using errcode = '40001';
  end if;
  loop
    num := 'N-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8));
    insert into notified_adult (number, authority_id, arrives_on, first_contact, sex, age_band, exploitation)
      values (num, d.organisation_id, date_trunc('week', caller_now() at time zone 'UTC')::date + 7, n.first_contact, n.sex, n.age_band, n.exploitation)
      on conflict (number) do nothing;
    exit when found;
  end loop;
  update notification set number = num where disclosure_id = p_disclosure;
  update disclosure set disclosed_at = caller_now(), way = 'SECURE_MESSAGE', recorded_at = caller_now(), recorded_by = caller_worker()
   where disclosure_id = p_disclosure;
end $$;

-- ---- what arrived, for the authority's own coordinators: the newest week first, within a week by number, which is chance.
-- Asked through this alone, the rows say nothing by where they lie or which transaction wrote them
create function notifications_arrived(p_before_on date, p_after_number text, p_limit int)
returns table (number text, arrives_on date, first_contact date, sex text, age_band text, exploitation text[])
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select a.number, a.arrives_on, a.first_contact, a.sex, a.age_band, a.exploitation
    from notified_adult a
   where a.authority_id = caller_organisation() and caller_is('NRM')
     and exists (select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority)
     and a.arrives_on <= (caller_now() at time zone 'UTC')::date
     and (p_before_on is null or a.arrives_on < p_before_on or a.arrives_on = p_before_on and a.number > p_after_number)
   order by a.arrives_on desc, a.number limit p_limit
$$;

-- ---- the clock: her refusal begins it, at most one a case; what is proposed, or not needed any more, ends it
create function notification_duty_begin(p_duty uuid, p_case uuid) returns notification_duty
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare made notification_duty;
begin
  perform 1 from case_file where case_id = p_case for no key update;
  if not leads(p_case) or not may('read', p_case, 2048) or notification_obstacle_of(p_case) is not null then
    return null;
  end if;
  -- what was proposed and came to nothing goes on with the time that is left
  update notification_duty d set ended_at = null
   where d.duty_id = (select l.duty_id from notification_duty l where l.case_id = p_case order by l.arose_at desc limit 1)
     and d.ended_at is not null
     and exists (select from notification n join disclosure x using (disclosure_id) where n.case_id = p_case and x.proposed_at = d.ended_at)
  returning d.* into made;
  if made.duty_id is null then
    insert into notification_duty (duty_id, case_id, arose_at, due_at)
      select p_duty, p_case, caller_now(), caller_now() + j.notified_within from jurisdiction j
      on conflict (case_id) where ended_at is null do nothing
      returning * into made;
  end if;
  return made;
end $$;
create function notification_duty_end(p_case uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare ended uuid;
begin
  if leads(p_case) and may('read', p_case, 2048) and notification_obstacle_of(p_case) is not null then
    update notification_duty set ended_at = caller_now() where case_id = p_case and ended_at is null returning duty_id into ended;
  end if;
  return ended;
end $$;

-- a task about the clock, to those who lead; of all other tasks as before
alter function told_of_task(uuid, boolean) rename to told_of_task_but_duties;
create function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_task_but_duties(p_subject, p_about_card) told
   union
  select told from notification_duty d cross join lateral told_of_case(d.case_id, -1, null) told
   where not p_about_card and d.duty_id = p_subject
$$;

-- with the lead goes its clock and what waits for a second person; of all else as before
create or replace function handover_subjects(p_handover uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with moved as (select h.case_id from handover h where h.handover_id = p_handover and may_handover(p_handover))
  select case_id from moved
   union all select r.referral_id from moved join referral r using (case_id)
   union all select a.attestation_id from moved join consent c using (case_id) join attestation a using (consent_id)
   union all select e.emergency_access_id from moved join emergency_file e using (case_id)
   union all select d.duty_id from moved join notification_duty d using (case_id) where d.ended_at is null
   union all select n.disclosure_id from moved join notification n using (case_id)
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['disclosure_standing(uuid)', 'notification_obstacle(uuid)', 'notification_facts(uuid)',
                           'notification_propose(uuid, uuid, text[], text)', 'notification_make(uuid)', 'notifications_arrived(date, text, integer)',
                           'notification_duty_begin(uuid, uuid)', 'notification_duty_end(uuid)', 'told_of_task(uuid, boolean)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function notification_obstacle_of(uuid), notification_facts_of(uuid, text[]), disclosure_by_itself() from public;
grant execute on function notification_obstacle_of(uuid), notification_facts_of(uuid, text[]) to alongside_gatekeeper;
