-- Emergency access (break-glass): somebody who may not open a file opens a part of it for a few hours, because she is in danger, with a
-- second person, and it is looked at afterwards. Everything here is written by the functions below and by nothing else; the grants
-- end by the clock. Not to be taken for a referral that is an emergency, which is another thing.

alter table setting
  add constraint emergency_access_is_short check (
    name <> 'emergency-access-lasts' or value > interval '0' and value <= interval '4 hours'),
  add constraint emergency_access_is_reviewed_soon check (
    name <> 'emergency-access-reviewed-within' or value > interval '0' and value <= interval '72 hours');
insert into setting (name, value, basis) values
  ('emergency-access-lasts', '4 hours', 'ACCESS 5: at most'),
  ('emergency-access-reviewed-within', '72 hours', 'ACCESS 5: at most'),
  ('emergency-access-agreed-within', '1 hour', 'design recommendation'),
  ('emergency-access-told-within', '72 hours', 'design recommendation'),
  ('emergency-access-looked-at-again-within', '24 hours', 'design recommendation');

create table emergency_rule (
  only_row   boolean primary key default true check (only_row),
  most_asked smallint not null default 5 check (most_asked between 1 and 20)
);
insert into emergency_rule default values;
comment on table emergency_rule is 'How often one worker may ask within 24 hours, whatever becomes of it';

create table emergency_category (
  category smallint primary key,
  level    text not null check (level in ('R','M')),
  check (category in (0, 1, 3, 4, 5, 9)),
  check (category <> 1 or level = 'M')
);
comment on table emergency_category is 'What may be asked for, and how deep. Never: placement, care plan and referrals, which name the house where she lives; process notes; legal, where the privileged file lies; the police store; documents. Of contact the safe channel alone, never an address';
insert into emergency_category values (0, 'R'), (1, 'M'), (3, 'R'), (4, 'R'), (9, 'R');

-- ---- who, when and what became of it: nothing about a survivor stands here
create table emergency_access (
  emergency_access_id uuid primary key,
  organisation_id uuid not null references organisation,
  worker_id       uuid not null references worker,
  asked_at        timestamptz not null,
  life_in_danger  boolean not null,
  lapses_at       timestamptz not null,
  decided_at      timestamptz,
  decided_by      uuid references worker,
  refused         boolean not null default false,
  opened_at       timestamptz,
  open_until      timestamptz,
  missed_at       timestamptz,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  review_by       timestamptz,
  reviewed_at     timestamptz,
  reviewed_by     uuid references worker,
  verdict         text check (verdict in ('JUSTIFIED','MISUSE')),
  check ((decided_at is null) = (decided_by is null)),
  check (decided_by <> worker_id),
  check (not refused or decided_at is not null and opened_at is null and missed_at is null),
  check (opened_at is null or missed_at is null),
  check (life_in_danger or decided_at is not null or num_nonnulls(opened_at, missed_at) = 0),
  check (num_nonnulls(opened_at, open_until, review_by) in (0, 3)),
  check (open_until - opened_at <= interval '4 hours'),
  check (review_by - opened_at <= interval '72 hours'),
  check (num_nonnulls(reviewed_at, reviewed_by, verdict) in (0, 3)),
  check (reviewed_by <> worker_id and reviewed_by is distinct from decided_by and opened_at is not null or reviewed_at is null)
);
comment on table emergency_access is 'Nobody agrees to what they asked for, and whoever agreed to it does not review it';
comment on column emergency_access.missed_at is 'When it was to be opened and no file was: there is none by that code, or a tie closes it';
create index emergency_access_of_worker on emergency_access (worker_id, asked_at);
create index emergency_access_to_decide on emergency_access (organisation_id, asked_at) where decided_at is null and opened_at is null;
create index emergency_access_to_review on emergency_access (review_by) where opened_at is not null and reviewed_at is null;

create table emergency_plea (
  emergency_access_id uuid primary key references emergency_access,
  code       text not null check (length(code) <= 20),
  reason     text not null,
  words      text not null check (length(words) between 1 and 1000),
  categories smallint[] not null check (cardinality(categories) > 0)
);
comment on table emergency_plea is 'What was asked for and why; the code as it was typed, whether there is such a case or not';

create table emergency_file (
  emergency_access_id uuid primary key references emergency_access,
  case_id        uuid not null references case_file,
  told_at        timestamptz,
  told_by        uuid references worker,
  told_whom      text,
  told_relation  text,
  told_channel   text,
  not_told_why   text,
  look_again_at  timestamptz,
  check ((told_at is null) = (told_by is null)),
  check (told_at is null or told_whom is not null and told_channel is not null)
);
comment on table emergency_file is 'Which file was opened, and when and how she was told, or why not yet; the lead''s to write';
create index emergency_file_case on emergency_file (case_id);

create table emergency_review (
  emergency_access_id uuid primary key references emergency_access,
  words text not null check (length(words) between 1 and 2000)
);
comment on table emergency_review is 'Why the data protection officer found it so; read by data protection alone';

create table emergency_misuse (
  emergency_access_id uuid not null references emergency_access,
  desk    text not null check (desk in ('SUPERVISOR','ADMINISTRATOR')),
  seen_at timestamptz not null,
  seen_by uuid not null references worker,
  primary key (emergency_access_id, desk)
);
comment on table emergency_misuse is 'Who has seen that an access was misuse: they are told who it was and when, never of whom';

-- ---- the grants: the bounds stand on the table itself
alter table access_grant add column emergency_access_id uuid references emergency_access;
create index access_grant_emergency on access_grant (emergency_access_id) where emergency_access_id is not null;
alter table access_grant add constraint emergency_bounds check (
  (basis = 'EMERGENCY') = (emergency_access_id is not null)
  and (basis <> 'EMERGENCY' or worker_id is not null and referral_id is null and level in ('R','M') and category in (0, 1, 3, 4, 5, 9)
       and (category <> 1 or level = 'M') and valid_until - valid_from <= interval '4 hours'));

-- ---- who may ever ask and agree, and who never
create function emergency_entitled() returns boolean stable parallel safe
  return caller_is('CW', 'SUP', 'SHM', 'HLT') and not caller_is('LEL', 'PRL', 'ANL', 'ADM');

create function emergency_of_lead(p_access uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from emergency_file f where f.emergency_access_id = p_access and leads(f.case_id) and may('read', f.case_id, 2048))
$$;

-- how an access is the caller's: OWN, COLLEAGUE (who decides, or did), REVIEW, LEAD, COORDINATOR (overdue), MISUSE; null: not at all
create function emergency_standing(p_access uuid) returns text
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access; w uuid := caller_worker(); n timestamptz := caller_now();
begin
  select * into e from emergency_access where emergency_access_id = p_access;
  if not found or w is null or n is null then
    return null;
  end if;
  return case
    when e.worker_id = w then 'OWN'
    when caller_is('DPO') then 'REVIEW'
    when emergency_of_lead(p_access) then 'LEAD'
    when e.organisation_id = caller_organisation() and emergency_entitled()
         and (e.decided_by = w or e.decided_by is null and not e.life_in_danger and e.ended_at is null and n < e.lapses_at) then 'COLLEAGUE'
    when e.verdict = 'MISUSE' and (caller_is('ADM') or caller_is('SUP', 'SHM') and e.organisation_id = caller_organisation()) then 'MISUSE'
    when caller_is('NRM') and e.reviewed_at is null and e.review_by <= n
         and exists (select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority) then 'COORDINATOR'
  end;
end $$;

do $$ declare t text; begin
  foreach t in array array['emergency_access','emergency_plea','emergency_file','emergency_review','emergency_misuse'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy known on emergency_access for select to alongside_app using (emergency_standing(emergency_access_id) is not null);
create policy known on emergency_plea for select to alongside_app using (
  emergency_standing(emergency_access_id) in ('OWN', 'COLLEAGUE', 'REVIEW', 'LEAD'));
create policy known on emergency_file for select to alongside_app using (
  emergency_standing(emergency_access_id) in ('OWN', 'REVIEW', 'LEAD'));
create policy known on emergency_review for select to alongside_app using (emergency_standing(emergency_access_id) = 'REVIEW');
create policy known on emergency_misuse for select to alongside_app using (
  emergency_standing(emergency_access_id) in ('REVIEW', 'MISUSE'));
create trigger told after insert or update or delete on emergency_file for each row execute function tell_lead();
grant select on emergency_rule, emergency_category to alongside_app, alongside_gatekeeper;

-- ---- opens what was asked for, if there is such a file and no tie closes it; said in the same way whether there is none
create function emergency_open(p_access uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access; p emergency_plea; c uuid; n timestamptz := caller_now(); u timestamptz;
begin
  select * into e from emergency_access where emergency_access_id = p_access;
  select * into p from emergency_plea where emergency_access_id = p_access;
  select f.case_id into c from case_file f
   where f.case_code = p.code
     and not exists (select from conflict_declaration d
                      where d.case_id = f.case_id and d.worker_id in (e.worker_id, caller_worker()) and d.lifted_at is null);
  if c is null or not exists (
      select from worker w join organisation o using (organisation_id)
       where w.worker_id = e.worker_id and (w.left_at is null or w.left_at > n) and (o.suspended_at is null or o.suspended_at > n)) then
    update emergency_access set missed_at = n where emergency_access_id = p_access;
    return null;
  end if;
  u := n + least((select value from setting where name = 'emergency-access-lasts'), interval '4 hours');
  update emergency_access
     set opened_at = n, open_until = u,
         review_by = n + least((select value from setting where name = 'emergency-access-reviewed-within'), interval '72 hours')
   where emergency_access_id = p_access;
  insert into emergency_file (emergency_access_id, case_id) values (p_access, c);
  insert into access_grant (grant_id, case_id, organisation_id, worker_id, category, level, basis, valid_from, valid_until, given_by,
                            emergency_access_id)
    select gen_random_uuid(), c, e.organisation_id, e.worker_id, k.category, k.level, 'EMERGENCY', n, u, caller_worker(), p_access
      from emergency_category k where k.category = any (p.categories);
  return c;
end $$;

-- asks; where life is in danger it opens at once, and else without looking whether there is such a file. Answers the case that was opened
create function emergency_ask(p_access uuid, p_code text, p_reason text, p_words text, p_categories smallint[], p_danger boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); w uuid := caller_worker();
begin
  if not emergency_entitled() or coalesce(cardinality(p_categories), 0) = 0
     or exists (select from unnest(p_categories) k
                 where k is null or not exists (select from emergency_category c where c.category = k)
                    or (caller_mask('min') | caller_mask('conditional')) & (1 << k) = 0)
     or not exists (select from code where list = 'emergency_reason' and code = p_reason) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from worker where worker_id = w for no key update;   -- one after another
  if (select count(*) from emergency_access where worker_id = w and asked_at > n - interval '24 hours')
     >= (select most_asked from emergency_rule) then
    raise exception 'asked too often' using errcode = 'AL006';
  end if;
  insert into emergency_access (emergency_access_id, organisation_id, worker_id, asked_at, life_in_danger, lapses_at)
    values (p_access, caller_organisation(), w, n, p_danger,
            n + (select value from setting where name = 'emergency-access-agreed-within'));
  insert into emergency_plea (emergency_access_id, code, reason, words, categories)
    select p_access, p_code, p_reason, p_words, array_agg(distinct k order by k) from unnest(p_categories) k;
  return case when p_danger then emergency_open(p_access) end;
end $$;

create function emergency_decide(p_access uuid, p_agree boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access; n timestamptz := caller_now();
begin
  select * into e from emergency_access where emergency_access_id = p_access for update;
  if not found or not emergency_entitled() or e.organisation_id is distinct from caller_organisation()
     or e.worker_id = caller_worker() or e.life_in_danger then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if e.decided_at is not null or e.ended_at is not null or n >= e.lapses_at then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  update emergency_access set decided_at = n, decided_by = caller_worker(), refused = not p_agree where emergency_access_id = p_access;
  return case when p_agree then emergency_open(p_access) end;
end $$;

-- who leads what the caller has opened in this instant, for the processes that begin with it
create function emergency_lead(p_access uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select c.lead_organisation_id from emergency_access e join emergency_file f using (emergency_access_id) join case_file c using (case_id)
   where e.emergency_access_id = p_access and e.opened_at = caller_now() and caller_worker() in (e.worker_id, e.decided_by)
$$;

create function emergency_close(p_access uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update emergency_access set ended_at = caller_now(), ended_by = caller_worker()
   where emergency_access_id = p_access and ended_at is null;
  update access_grant set ended_at = caller_now(), ended_by = caller_worker(), end_reason = p_reason
   where emergency_access_id = p_access and ended_at is null and valid_until > caller_now();
end $$;

-- ends early, or takes back what was asked: who asked, who leads, or data protection
create function emergency_end(p_access uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access;
begin
  select * into e from emergency_access where emergency_access_id = p_access for update;
  if not found or not coalesce(emergency_standing(p_access) in ('OWN', 'LEAD', 'REVIEW'), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if e.ended_at is not null or e.refused or e.missed_at is not null or coalesce(e.open_until, e.lapses_at) <= caller_now() then
    raise exception 'ended meanwhile' using errcode = '40001';
  end if;
  perform emergency_close(p_access, 'ENDED_EARLY');
end $$;

create function emergency_judge(p_access uuid, p_verdict text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access;
begin
  select * into e from emergency_access where emergency_access_id = p_access for update;
  if not found or not caller_is('DPO') or e.worker_id = caller_worker() or e.decided_by is not distinct from caller_worker()
     or e.opened_at is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if e.reviewed_at is not null then
    raise exception 'reviewed meanwhile' using errcode = '40001';
  end if;
  update emergency_access set reviewed_at = caller_now(), reviewed_by = caller_worker(), verdict = p_verdict
   where emergency_access_id = p_access;
  insert into emergency_review (emergency_access_id, words) values (p_access, p_words);
  if p_verdict = 'MISUSE' and e.ended_at is null and e.open_until > caller_now() then
    perform emergency_close(p_access, 'MISUSE');
  end if;
end $$;

-- how she was told, or why not yet; never through somebody who is excluded
create function emergency_tell(p_access uuid, p_at timestamptz, p_whom text, p_relation text, p_channel text, p_why text, p_again timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f emergency_file;
begin
  select * into f from emergency_file where emergency_access_id = p_access for update;
  if not found or not caller_is('CW') or not leads(f.case_id) or not may('write', f.case_id, 2048)
     or emergency_standing(p_access) is distinct from 'LEAD' or (p_at is null) = (p_why is null)
     or p_whom = 'GUARDIAN' and (p_relation is null or exists (
          select from excluded_person x where x.case_id = f.case_id and x.relation = p_relation)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if f.told_at is not null then
    raise exception 'told meanwhile' using errcode = '40001';
  end if;
  update emergency_file
     set told_at = p_at, told_by = case when p_at is not null then caller_worker() end, told_whom = p_whom, told_relation = p_relation,
         told_channel = p_channel, not_told_why = p_why, look_again_at = p_again
   where emergency_access_id = p_access;
end $$;

create function emergency_misuse_seen(p_access uuid) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d text := case when caller_is('ADM') then 'ADMINISTRATOR' else 'SUPERVISOR' end;
begin
  if emergency_standing(p_access) is distinct from 'MISUSE' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into emergency_misuse (emergency_access_id, desk, seen_at, seen_by) values (p_access, d, caller_now(), caller_worker())
    on conflict do nothing;
  return d;
end $$;

-- what was looked at while it was open: when and which kind, from the audit, for data protection alone
create function emergency_trail(p_access uuid) returns table (at timestamptz, action text, category smallint, outcome text)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select a.at, a.action, a.category, a.outcome
    from emergency_access e join emergency_file f using (emergency_access_id)
    join audit_event a on a.chain_id = f.case_id and a.actor_id = e.worker_id
   where (select caller_is('DPO')) and e.emergency_access_id = p_access
     and a.at >= e.asked_at and a.at <= coalesce(e.ended_at, e.open_until)
   order by a.seq limit 500
$$;

-- who loses the job loses the access with it
create function emergency_follows_roles() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare w uuid := case when tg_op = 'DELETE' then old.worker_id else new.worker_id end; e uuid;
begin
  if caller_worker() is not null
     and (not exists (select from worker_role r where r.worker_id = w and r.role_code in ('CW','SUP','SHM','HLT'))
          or exists (select from worker_role r where r.worker_id = w and r.role_code in ('LEL','PRL','ANL','ADM'))) then
    for e in select emergency_access_id from emergency_access
              where worker_id = w and ended_at is null and coalesce(open_until, lapses_at) > caller_now() loop
      perform emergency_close(e, 'ROLE_TAKEN');
    end loop;
  end if;
  return null;
end $$;
create trigger emergency_follows after insert or delete on worker_role for each row execute function emergency_follows_roles();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['emergency_of_lead(uuid)', 'emergency_standing(uuid)', 'emergency_open(uuid)',
                           'emergency_ask(uuid, text, text, text, smallint[], boolean)', 'emergency_decide(uuid, boolean)',
                           'emergency_lead(uuid)', 'emergency_close(uuid, text)', 'emergency_end(uuid)', 'emergency_judge(uuid, text, text)',
                           'emergency_tell(uuid, timestamptz, text, text, text, text, timestamptz)', 'emergency_misuse_seen(uuid)',
                           'emergency_trail(uuid)', 'emergency_follows_roles()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function emergency_standing(uuid), emergency_ask(uuid, text, text, text, smallint[], boolean),
  emergency_decide(uuid, boolean), emergency_end(uuid), emergency_judge(uuid, text, text),
  emergency_tell(uuid, timestamptz, text, text, text, text, timestamptz), emergency_misuse_seen(uuid), emergency_trail(uuid), emergency_lead(uuid)
  to alongside_app;
grant select on code, excluded_person to alongside_gatekeeper;
