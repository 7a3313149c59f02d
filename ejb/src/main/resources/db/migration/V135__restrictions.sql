-- Limits on her stay in a house (DOMAIN 8.1): each with a reason, an end and a reviewer who did not impose it, looked at again after seven days at
-- the latest. Nobody is kept in: there is no kind for that. The words are the house's; that there is one, from when until when, is known to who leads.

insert into setting (name, value, basis) values
  ('restriction-reviewed-within', '7 days', 'DOMAIN 8.1'),
  ('restriction-longest', '30 days', 'design'),
  ('restriction-told-within', '12 hours', 'design'),
  ('leaving-agreement-counts', '7 days', 'design');

create table restriction (
  restriction_id  uuid primary key,
  placement_id    uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  kind            text not null,
  began_at        timestamptz not null,
  imposed_by      uuid not null references worker,
  reviewer_id     uuid not null references worker,
  ends_at         timestamptz not null,
  review_by       timestamptz not null,
  told_at         timestamptz,
  told_by         uuid references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  end_kind        text check (end_kind in ('RAN_OUT','LIFTED','STOPPED')),
  end_told_at     timestamptz,
  end_told_by     uuid references worker,
  version         int not null default 0,
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id),
  check (began_at < ends_at),
  check (reviewer_id <> imposed_by),
  check ((told_at is null) = (told_by is null)),
  check (num_nulls(ended_at, ended_by, end_kind) in (0, 3)),
  check ((end_told_at is null) = (end_told_by is null)),
  check (end_told_at is null or ended_at is not null)
);
comment on table restriction is 'A limit on her stay; the house''s own, category shelter and placement';
comment on column restriction.imposed_by is 'Who imposed it, or prolonged it last: somebody else reviews it';
comment on column restriction.review_by is 'By when it is looked at again: seven days at the latest after it began, was prolonged or reviewed, and never after its end';
create index restriction_placement on restriction (placement_id);
create index restriction_case on restriction (case_id);
create unique index restriction_running on restriction (placement_id, kind) where ended_at is null;

create table restriction_step (
  restriction_step_id uuid primary key default gen_random_uuid(),
  restriction_id  uuid not null references restriction,
  case_id         uuid not null references case_file,
  organisation_id uuid not null,
  step            text not null check (step in ('IMPOSED','PROLONGED','REVIEWED','LIFTED')),
  words           text not null check (length(words) between 1 and 500),
  ends_at         timestamptz not null,
  done_at         timestamptz not null,
  done_by         uuid not null references worker
);
comment on table restriction_step is 'Why it was imposed, prolonged, kept or lifted, in words of the house; category shelter and placement';
create index restriction_step_of on restriction_step (restriction_id, done_at);
create index restriction_step_case on restriction_step (case_id);

create table restriction_minimum (
  restriction_id  uuid primary key references restriction,
  placement_id    uuid not null,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  began_at        timestamptz not null,
  ends_at         timestamptz not null,
  review_by       timestamptz not null,
  ended_at        timestamptz
);
comment on table restriction_minimum is 'That there is a limit, from when until when, for who leads and who looks after the house; kept by trigger';
create index restriction_minimum_case on restriction_minimum (case_id);

create table leaving_agreement (
  placement_id    uuid not null references placement,
  case_id         uuid not null references case_file,
  agreed_at       timestamptz not null,
  agreed_by       uuid not null references worker,
  primary key (placement_id, agreed_by, agreed_at)
);
comment on table leaving_agreement is 'A second person agrees that she has to leave because rules were broken';
create index leaving_agreement_case on leaving_agreement (case_id);

do $$ declare t text; begin
  foreach t in array array['restriction', 'restriction_step', 'restriction_minimum', 'leaving_agreement'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
grant insert on restriction, restriction_step, leaving_agreement to alongside_app;
grant update (reviewer_id, imposed_by, ends_at, review_by, told_at, told_by, ended_at, ended_by, end_kind, end_told_at, end_told_by, version)
  on restriction to alongside_app;

-- somebody who works in the house with people, and is still there
create function works_with_people(p_worker uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join worker_role r using (worker_id)
                  where w.worker_id = p_worker and w.organisation_id = p_organisation and p_organisation = caller_organisation()
                    and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now()) and r.role_code in ('SHS','SHM'))
$$;

create policy own on restriction for select to alongside_app using (keeps_placements(case_id, organisation_id));
create policy process on restriction for select to alongside_app using ((select caller_is_system()));
create policy imposed on restriction for insert to alongside_app with check (
  imposed_by = (select caller_worker()) and began_at = (select caller_now()) and ended_at is null and told_at is null
  and places(case_id, organisation_id)
  and exists (select from placement p where p.placement_id = restriction.placement_id and p.case_id = restriction.case_id
                and p.organisation_id = restriction.organisation_id and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')));
create policy changed on restriction for update to alongside_app using (places(case_id, organisation_id)) with check (true);

create policy own on restriction_step for select to alongside_app using (keeps_placements(case_id, organisation_id));
create policy done on restriction_step for insert to alongside_app with check (
  done_by = (select caller_worker()) and done_at = (select caller_now()) and places(case_id, organisation_id)
  and exists (select from restriction r where r.restriction_id = restriction_step.restriction_id and r.case_id = restriction_step.case_id
                and r.organisation_id = restriction_step.organisation_id
                -- whoever imposed or prolonged it last says why, and somebody else looks at it again
                and case restriction_step.step when 'REVIEWED' then r.imposed_by <> restriction_step.done_by
                    when 'LIFTED' then r.ended_by = restriction_step.done_by else r.imposed_by = restriction_step.done_by end));

create policy known on restriction_minimum for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));
-- the house's own supervisor, who sees to it that somebody reviews it
create policy looked_after on restriction_minimum for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SUP')) and knows(case_id, 4));

create policy known on leaving_agreement for select to alongside_app using (
  (select hears_of_housing()) and may('min', case_id, 4)
  or exists (select from placement p where p.placement_id = leaving_agreement.placement_id));
-- another manager of the house, or who leads
create policy agreed on leaving_agreement for insert to alongside_app with check (
  agreed_by = (select caller_worker()) and agreed_at = (select caller_now())
  and exists (select from placement_minimum m where m.placement_id = leaving_agreement.placement_id and m.case_id = leaving_agreement.case_id
                and (places(m.case_id, m.organisation_id) and (select caller_is('SHM'))
                     or leads(m.case_id) and may('min', m.case_id, 4) and (select caller_is('CW', 'SUP')))));

-- ---- how a limit goes, whatever was asked at the door: at most so long, looked at in time, by somebody else than who imposed it last
create function restriction_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  n timestamptz := caller_now();
  longest interval := (select value from setting where name = 'restriction-longest');
  reviewed interval := (select value from setting where name = 'restriction-reviewed-within');
begin
  if caller_worker() is null then
    return new;
  end if;
  if tg_op = 'INSERT' or (new.ends_at, new.imposed_by) is distinct from (old.ends_at, old.imposed_by) then
    -- imposed, or prolonged with a new reason: whoever does it is not who reviews it
    if new.imposed_by <> caller_worker() or new.ends_at <= n or new.ends_at > n + longest
       or new.review_by <> least(n + reviewed, new.ends_at)
       or not works_with_people(new.reviewer_id, new.organisation_id)
       or tg_op = 'UPDATE' and (old.ended_at is not null or new.ended_at is not null) then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.review_by is distinct from old.review_by then
    -- reviewed and kept: by somebody else, and again after so long
    if caller_worker() = old.imposed_by or old.ended_at is not null or new.ended_at is not null or new.review_by <> least(n + reviewed, new.ends_at) then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.reviewer_id is distinct from old.reviewer_id then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (
       old.ended_at is not null and (new.ended_at, new.ended_by, new.end_kind) is distinct from (old.ended_at, old.ended_by, old.end_kind)
       or old.ended_at is null and new.ended_at is not null
          and not (new.ended_at = n and new.ended_by = caller_worker() and (new.end_kind = 'LIFTED' or current_user = 'alongside_gatekeeper'))
       or old.told_at is not null and (new.told_at, new.told_by) is distinct from (old.told_at, old.told_by)
          and not (new.told_at is null and new.imposed_by = caller_worker() and new.ends_at is distinct from old.ends_at)
       or old.told_at is null and new.told_at is not null and (new.told_at, new.told_by) is distinct from (n, caller_worker())
       or old.end_told_at is distinct from new.end_told_at
          and (old.end_told_at is not null or (new.end_told_at, new.end_told_by) is distinct from (n, caller_worker()))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before insert or update on restriction for each row execute function restriction_goes();
create trigger only_while_open before insert on restriction for each row execute function only_while_open();

create function restriction_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  insert into restriction_minimum as m (restriction_id, placement_id, case_id, organisation_id, began_at, ends_at, review_by, ended_at)
    values (new.restriction_id, new.placement_id, new.case_id, new.organisation_id, new.began_at, new.ends_at, new.review_by, new.ended_at)
  on conflict (restriction_id) do update
    set ends_at = excluded.ends_at, review_by = excluded.review_by, ended_at = excluded.ended_at;
  return null;
end $$;
create trigger follows after insert or update on restriction for each row execute function restriction_follows();
create trigger told after insert or update on restriction_minimum for each row execute function tell_lead('organisation_id');
create trigger told after insert on leaving_agreement for each row execute function tell_lead();

-- the clock: it ends at its end and not before; and with her stay, or with what she agreed to. Answers whether it did
create function restriction_ends(p_restriction uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update restriction set ended_at = caller_now(), ended_by = caller_worker(), end_kind = 'RAN_OUT', version = version + 1
   where restriction_id = p_restriction and ended_at is null and ends_at <= caller_now();
  return found;
end $$;

-- she lives there no more, or what she agreed to was taken back: nothing of it is left, and nobody of the house is asked about it
create function restrictions_stop(p_placement uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement;
begin
  select * into p from placement where placement_id = p_placement;
  if not found
     or not (p.status in ('MOVED','ENDED')
             or exists (select from referral_card c where c.referral_id = p.referral_id and c.status not in ('ACCEPTED','IN_SERVICE')))
     or not (caller_is_system() or leads(p.case_id) or houses(p.organisation_id)) then
    return;
  end if;
  return query update restriction r set ended_at = caller_now(), ended_by = caller_worker(), end_kind = 'STOPPED', version = r.version + 1
    where r.placement_id = p_placement and r.ended_at is null returning r.restriction_id;
end $$;

-- ---- asked to leave because rules were broken: not by one person alone
create function leaving_by_two() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null
     and not exists (select from leaving_agreement a
                      where a.placement_id = new.placement_id and a.agreed_by <> caller_worker()
                        and a.agreed_at >= caller_now() - (select value from setting where name = 'leaving-agreement-counts')) then
    raise exception 'a second person is needed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger leaving_by_two before update on placement for each row
  when (new.end_reason = 'RULE_BREACH' and old.end_reason is null) execute function leaving_by_two();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['works_with_people(uuid, uuid)', 'restriction_ends(uuid)', 'restrictions_stop(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['restriction_follows()', 'leaving_by_two()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function restriction_goes() from public;
