-- Somebody is missing, from a house or from nowhere that is known here: when it began, what was done by when, and how it ended, as instants
-- and codes. Who did it stands apart, since not everybody who helps may know of a house; so does the house. No address and no story is in
-- any of it: of the police there is a number, and what she says when she is back is words of her file.

create table missing_episode (
  missing_id      uuid primary key,
  case_id         uuid not null references case_file,
  alert_id        uuid not null,
  child           boolean not null,
  gone_at         timestamptz not null,
  began_at        timestamptz not null check (gone_at <= began_at),
  search_by       timestamptz not null,
  report_by       timestamptz,
  conference_by   timestamptz,
  safe_channel_by timestamptz,
  look_by         timestamptz not null,
  searched_at     timestamptz,
  reported_at     timestamptz,
  conference_at   timestamptz,
  safe_channel_at timestamptz,
  unresolved_at   timestamptz,
  located_at      timestamptz,
  found_how       text,
  talk_by         timestamptz,
  talked_at       timestamptz,
  ended_at        timestamptz,
  status          text not null generated always as (case
                    when located_at is not null then 'LOCATED'
                    when unresolved_at is not null then 'UNRESOLVED'
                    when reported_at is not null then 'REPORTED'
                    when searched_at is not null then 'SEARCH'
                    else 'ABSENT' end) stored,
  foreign key (alert_id, case_id) references safety_alert (alert_id, case_id),
  unique (missing_id, case_id),
  check ((located_at is null) = (found_how is null)),
  check (talk_by is null or located_at is not null),
  check (talked_at is null or located_at is not null),
  check (unresolved_at is null or reported_at is not null or not child and searched_at is not null)
);
comment on table missing_episode is 'That she is missing, how far it is, and how it ended: codes and instants, the minimum of category safety and risk';
comment on column missing_episode.gone_at is 'Since when nobody knows where she is; the clocks count from began_at';
comment on column missing_episode.look_by is 'When a supervisor is asked whether she can still be found (time out)';
comment on column missing_episode.ended_at is 'The file was closed: nobody is asked any more';
create index missing_episode_case on missing_episode (case_id, began_at desc);
create unique index missing_episode_running on missing_episode (case_id) where located_at is null and ended_at is null;
create unique index missing_episode_alert on missing_episode (alert_id);

create table missing_house (
  missing_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null references organisation,
  joined_at       timestamptz not null,
  left_at         timestamptz,
  primary key (missing_id, organisation_id),
  foreign key (missing_id, case_id) references missing_episode (missing_id, case_id)
);
comment on table missing_house is 'The house in which she lived when she went missing, for the house and who may know that there is one';
comment on column missing_house.left_at is 'Her place there, or what she agreed to, has ended: the house is asked no more';
create index missing_house_case on missing_house (case_id);

create table missing_step (
  missing_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null references organisation,
  step            text not null check (step in ('BEGAN','SEARCHED','POLICE_TOLD','CONFERENCE_HELD','SAFE_CHANNEL_TRIED','UNRESOLVED','FOUND','TALK_HELD')),
  done_at         timestamptz not null,
  done_by         uuid not null references worker,
  primary key (missing_id, step, done_at, done_by),
  foreign key (missing_id, case_id) references missing_episode (missing_id, case_id)
);
comment on table missing_step is 'Who did what while she was missing, and nothing of what was said';
create index missing_step_case on missing_step (case_id);

create table missing_report (
  missing_id    uuid primary key,
  case_id       uuid not null,
  reference     text not null check (reference ~ '^[[:alnum:]][[:alnum:] ./-]{0,39}$'),
  basis         text not null check (basis in ('CHILD','CONSENT','DISCLOSURE')),
  consent_id    uuid references consent,
  disclosure_id uuid references disclosure,
  told_at       timestamptz not null,
  told_by       uuid not null references worker,
  foreign key (missing_id, case_id) references missing_episode (missing_id, case_id),
  check (case basis when 'CHILD' then num_nonnulls(consent_id, disclosure_id) = 0
                    when 'CONSENT' then consent_id is not null and disclosure_id is null
                    else disclosure_id is not null and consent_id is null end)
);
comment on table missing_report is 'That the police know: the number under which they do, and on which ground. What is told is fixed and not kept here';
create index missing_report_case on missing_report (case_id);

create table missing_talk (
  missing_id uuid primary key,
  case_id    uuid not null,
  held_at    timestamptz not null,
  words      text check (length(words) between 1 and 4000),
  written_at timestamptz not null,
  written_by uuid not null references worker,
  foreign key (missing_id, case_id) references missing_episode (missing_id, case_id)
);
comment on table missing_talk is 'What she says when she is back, or that she does not want to: category safety and risk, whole, and whoever wrote it';
create index missing_talk_case on missing_talk (case_id);

-- ---- what the policies ask
-- police, prosecution and lawyers find no row; a coordinator is told how many
create function hears_of_missing() returns boolean stable parallel safe
  return caller_is('CW', 'SUP', 'SHS', 'SHM', 'COU', 'HLT');
-- of the house in which she lived, as long as she is theirs
create function missing_housed(p_missing uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from missing_house h where h.missing_id = p_missing and h.left_at is null
                                               and h.organisation_id = caller_organisation() and keeps_placements(h.case_id, h.organisation_id))
$$;
create function missing_led(p_case uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('CW', 'SUP') and leads(p_case) and may('min', p_case, 512) and not tied(caller_worker(), p_case)
$$;
-- of the house, who gives beds there: they do what is to be done
create function missing_kept(p_missing uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from missing_house h where h.missing_id = p_missing and h.left_at is null and places(h.case_id, h.organisation_id))
$$;

do $$ declare t text; begin
  foreach t in array array['missing_episode', 'missing_house', 'missing_step', 'missing_report', 'missing_talk'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('grant select on %I to alongside_app', t);
  end loop;
end $$;
create policy known on missing_episode for select to alongside_app using (
  (select hears_of_missing()) and (may('min', case_id, 512) or missing_housed(missing_id)));
create policy known on missing_house for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));
create policy known on missing_step for select to alongside_app using (
  (select hears_of_missing()) and (may('min', case_id, 512) and may_name(case_id, organisation_id) or missing_housed(missing_id)));
create policy known on missing_report for select to alongside_app using (
  (select caller_is('CW', 'SUP', 'SHS', 'SHM')) and (leads(case_id) and may('min', case_id, 512) or missing_housed(missing_id)));
create policy known on missing_talk for select to alongside_app using (
  (select hears_of_missing()) and may('read', case_id, 512)
  or written_by = (select caller_worker()) and may('seen', case_id, 0));

-- who leads, those who may know of her safety, and the house are told that something changed
create function tell_of_missing() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'case ' || new.case_id || ' 512');
  perform pg_notify('alongside', 'case ' || new.case_id || ' -1 ' || h.organisation_id) from missing_house h where h.missing_id = new.missing_id;
  return null;
end $$;
create trigger told after insert or update on missing_episode for each row execute function tell_of_missing();
create trigger told after insert on missing_step for each row execute function tell_of_missing();
create trigger told after insert or update on missing_house for each row execute function tell_of_missing();
create trigger told after insert on missing_report for each row execute function tell_of_missing();
create trigger told after insert on missing_talk for each row execute function tell_case('512');
do $$ declare t text; begin
  foreach t in array array['missing_episode', 'missing_step', 'missing_report', 'missing_talk'] loop
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;

-- ---- what is done, asked a second time here
create function missing_noted(p_missing uuid, p_case uuid, p_step text) returns void
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  insert into missing_step (missing_id, case_id, organisation_id, step, done_at, done_by)
    values (p_missing, p_case, caller_organisation(), p_step, caller_now(), caller_worker()) on conflict do nothing
$$;

-- whether she counts as a child: who is not known to be an adult does (DOMAIN 0.2); for those who may begin it
create function missing_child(p_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce((select i.child from identity_minimum i where i.case_id = p_case), true)
   where missing_led(p_case) or places(p_case, caller_organisation())
$$;

-- the episode that runs, if one does, and the alert of that kind about which somebody is asked already
create function missing_running(p_case uuid) returns table (missing_id uuid, alert_id uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (missing_led(p_case) or places(p_case, caller_organisation())) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from case_file f where f.case_id = p_case for no key update;
  return query
    select (select e.missing_id from missing_episode e where e.case_id = p_case and e.located_at is null and e.ended_at is null),
           (select a.alert_id from safety_alert a
             where a.case_id = p_case and a.settled_at is null and a.ended_at is null
               and a.type = case when missing_child(p_case) then 'MISSING_CHILD' else 'MISSING_ADULT' end
             order by a.raised_at desc limit 1);
end $$;

-- the house in which she lives, from now on one of those who are asked; answers which, if it is there
create function missing_joined(p_missing uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e missing_episode; h uuid;
begin
  select * into e from missing_episode where missing_id = p_missing for update;
  if not found or not (missing_led(e.case_id) or places(e.case_id, caller_organisation())) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select p.organisation_id into h from placement p
   where p.case_id = e.case_id and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED') order by p.admitted_at desc limit 1;
  if h is not null then
    insert into missing_house (missing_id, case_id, organisation_id, joined_at) values (p_missing, e.case_id, h, caller_now())
      on conflict (missing_id, organisation_id) do update set left_at = null where missing_house.left_at is not null;
  end if;
  return h;
end $$;

create function missing_begin(p_missing uuid, p_case uuid, p_alert uuid, p_gone_at timestamptz, p_search_by timestamptz, p_report_by timestamptz,
                              p_conference_by timestamptz, p_safe_channel_by timestamptz, p_look_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (missing_led(p_case) or places(p_case, caller_organisation())) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into missing_episode (missing_id, case_id, alert_id, child, gone_at, began_at, search_by, report_by, conference_by, safe_channel_by, look_by)
    values (p_missing, p_case, p_alert, missing_child(p_case), p_gone_at, caller_now(), p_search_by, p_report_by, p_conference_by,
            p_safe_channel_by, p_look_by);
  perform missing_noted(p_missing, p_case, 'BEGAN');
  return (select f.lead_organisation_id from case_file f where f.case_id = p_case);
end $$;

-- looked for, met about, tried on the safe channel: again and again; the first time counts
create function missing_done(p_missing uuid, p_step text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e missing_episode;
begin
  select * into e from missing_episode where missing_id = p_missing for update;
  if not found or not (missing_led(e.case_id) or p_step <> 'SAFE_CHANNEL_TRIED' and missing_kept(p_missing))
     or p_step not in ('SEARCHED','CONFERENCE_HELD','SAFE_CHANNEL_TRIED') or num_nonnulls(e.located_at, e.ended_at) > 0 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update missing_episode
     set searched_at = case when p_step in ('SEARCHED','SAFE_CHANNEL_TRIED') then coalesce(searched_at, caller_now()) else searched_at end,
         conference_at = case p_step when 'CONFERENCE_HELD' then coalesce(conference_at, caller_now()) else conference_at end,
         safe_channel_at = case p_step when 'SAFE_CHANNEL_TRIED' then coalesce(safe_channel_at, caller_now()) else safe_channel_at end
   where missing_id = p_missing;
  perform missing_noted(p_missing, e.case_id, p_step);
end $$;

-- on which ground the police may be told now: a child's always; an adult's under a release of hers to a police or prosecution office that
-- holds who she is, or under a disclosure for this reason to which a second person agreed. To be told by the house, if it is her own word
create function missing_ground(p_missing uuid) returns table (basis text, consent_id uuid, disclosure_id uuid)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select g.basis, g.consent_id, g.disclosure_id
    from missing_episode e cross join lateral (
      select 1 place, 'CHILD' basis, null::uuid consent_id, null::uuid disclosure_id where e.child
       union all
      select 2, 'CONSENT', c.consent_id, null from consent c
       where not e.child and c.case_id = e.case_id and c.purpose = 'SHARE_LAW_ENFORCEMENT' and 0 = any (c.categories) and c.withdrawn_at is null
         and c.given_at <= caller_now() and caller_now() < c.expires_at
       union all
      select 3, 'DISCLOSURE', null, d.disclosure_id from disclosure d
       where not e.child and d.case_id = e.case_id and d.exception in ('MISSING_PERSON','VITAL_INTEREST') and 0 = any (d.categories)
         and d.proposed_at >= e.gone_at and d.taken_back_at is null and d.refused_at is null and missing_led(e.case_id)
         and not exists (select from unnest(d.desks) k (desk)
                          where not exists (select from disclosure_agreement a where a.disclosure_id = d.disclosure_id and a.desk = k.desk))) g
   where e.missing_id = p_missing and (missing_led(e.case_id) or missing_kept(p_missing))
   order by g.place limit 1
$$;

create function missing_reported(p_missing uuid, p_reference text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e missing_episode; g record;
begin
  select * into e from missing_episode where missing_id = p_missing for update;
  select * into g from missing_ground(p_missing);
  if e.missing_id is null or g.basis is null or num_nonnulls(e.located_at, e.ended_at, e.reported_at) > 0 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into missing_report (missing_id, case_id, reference, basis, consent_id, disclosure_id, told_at, told_by)
    values (p_missing, e.case_id, p_reference, g.basis, g.consent_id, g.disclosure_id, caller_now(), caller_worker());
  update missing_episode set reported_at = caller_now() where missing_id = p_missing;
  perform missing_noted(p_missing, e.case_id, 'POLICE_TOLD');
end $$;

-- the time is over and a supervisor says so; the alert stays, and she can still be found
create function missing_unresolved(p_missing uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e missing_episode;
begin
  select * into e from missing_episode where missing_id = p_missing for update;
  if not found or not caller_is('SUP') or not missing_led(e.case_id) or caller_now() < e.look_by
     or num_nonnulls(e.located_at, e.ended_at, e.unresolved_at) > 0 or not (e.reported_at is not null or not e.child and e.searched_at is not null) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update missing_episode set unresolved_at = caller_now() where missing_id = p_missing;
  perform missing_noted(p_missing, e.case_id, 'UNRESOLVED');
end $$;

-- she is found, as who leads or the house says; with it ends the alert. Answers which
create function missing_found(p_missing uuid, p_how text, p_talk_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e missing_episode;
begin
  select * into e from missing_episode where missing_id = p_missing for update;
  if not found or not (missing_led(e.case_id) or missing_kept(p_missing)) or num_nonnulls(e.located_at, e.ended_at) > 0 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update missing_episode set located_at = caller_now(), found_how = p_how, talk_by = p_talk_by where missing_id = p_missing;
  perform missing_noted(p_missing, e.case_id, 'FOUND');
  delete from safety_alert_card where alert_id = e.alert_id;
  update safety_alert set ended_at = caller_now() where alert_id = e.alert_id and settled_at is null and ended_at is null;
  return e.alert_id;
end $$;

create function missing_talked(p_missing uuid, p_held_at timestamptz, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e missing_episode;
begin
  select * into e from missing_episode where missing_id = p_missing for update;
  if not found or not (missing_led(e.case_id) or missing_kept(p_missing)) or e.talk_by is null or e.talked_at is not null
     or e.ended_at is not null or p_held_at < e.located_at or p_held_at > caller_now() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into missing_talk (missing_id, case_id, held_at, words, written_at, written_by)
    values (p_missing, e.case_id, p_held_at, p_words, caller_now(), caller_worker());
  update missing_episode set talked_at = p_held_at where missing_id = p_missing;
  perform missing_noted(p_missing, e.case_id, 'TALK_HELD');
end $$;

-- her place in this house has ended, or what she agreed to: the house is asked no more. Answers of which episodes, and who leads
create function missing_house_left(p_placement uuid) returns table (missing_id uuid, lead uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement;
begin
  select * into p from placement where placement_id = p_placement;
  if not found or not (caller_is_system() or leads(p.case_id) or houses(p.organisation_id))
     or p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
        and exists (select from referral_card c where c.referral_id = p.referral_id and c.status in ('ACCEPTED','IN_SERVICE')) then
    return;
  end if;
  return query
    with gone as (
      update missing_house h set left_at = caller_now()
       where h.case_id = p.case_id and h.organisation_id = p.organisation_id and h.left_at is null returning h.missing_id, h.case_id)
    select g.missing_id, f.lead_organisation_id from gone g join case_file f on f.case_id = g.case_id;
end $$;

-- in a closed file nobody is asked any more; answers which ended
create function missing_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if leads(p_case) and may('seen', p_case, 0) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update missing_episode e set ended_at = caller_now()
                  where e.case_id = p_case and e.ended_at is null and (e.located_at is null or e.talk_by is not null and e.talked_at is null)
                 returning e.missing_id;
  end if;
end $$;

-- how many are missing, for coordinators: no case, no house
create function missing_counts() returns table (child boolean, unresolved boolean, people bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select e.child, e.unresolved_at is not null, count(*)
    from missing_episode e
   where e.located_at is null and e.ended_at is null and caller_is('NRM') and not tied(caller_worker(), e.case_id)
     and exists (select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority)
   group by 1, 2
$$;

-- an alert about somebody who is missing stays until she is found (UNRESOLVED keeps it)
create function alert_kept(p_alert uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from missing_episode e where e.alert_id = p_alert and e.located_at is null and e.ended_at is null)
$$;
create function alert_stays() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if alert_kept(new.alert_id) then
    raise exception 'she is still missing' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger stays before update of settled_at on safety_alert
  for each row when (new.settled_at is not null and old.settled_at is null) execute function alert_stays();
comment on column safety_alert.ended_at is 'The file was closed, or she who was missing was found, while it was open: nobody is asked any more';

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['missing_housed(uuid)', 'missing_led(uuid)', 'missing_kept(uuid)', 'missing_child(uuid)', 'missing_running(uuid)',
                           'missing_joined(uuid)', 'missing_done(uuid, text)', 'missing_ground(uuid)', 'missing_reported(uuid, text)',
                           'missing_begin(uuid, uuid, uuid, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz)',
                           'missing_unresolved(uuid)', 'missing_found(uuid, text, timestamptz)', 'missing_talked(uuid, timestamptz, text)',
                           'missing_house_left(uuid)', 'missing_end(uuid)', 'missing_counts()', 'alert_kept(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['missing_noted(uuid, uuid, text)', 'tell_of_missing()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function alert_stays() from public;

-- the numbers are in the table missing-deadlines that staff change
delete from setting where name in ('missing-child-reported-within', 'missing-child-conference-within', 'missing-adult-contact-within', 'return-talk-within');
