-- Counselling (DOMAIN 3, 7.2, 8.2): what a counsellor's hours are, without anybody's file; one person's session in such an hour; three levels of
-- what is written of it; groups by code. Category counselling notes throughout: a lawyer, police, prosecution and a coordinator find no row.

insert into setting (name, value, basis) values
  ('session-longest', '8 hours', 'design'),
  ('session-asked-after', '15 minutes', 'design'),
  ('session-recorded-late', '30 days', 'design');

-- ---- who of the house keeps what counselling wrote: its own entries, while anything of it reaches them and a role of theirs writes it
create function keeps_counselling(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and caller_mask('write') & 64 <> 0 and knows(p_case, 64)
$$;

create function counsels_here(p_worker uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join worker_role r using (worker_id)
                  where w.worker_id = p_worker and w.organisation_id = p_organisation and p_organisation = caller_organisation()
                    and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now()) and r.role_code = 'COU')
$$;

-- ---- who is named to supervise whom: by a supervisor of the house, never oneself, one at a time
create table clinical_supervision (
  supervision_id  uuid primary key,
  organisation_id uuid not null references organisation,
  counsellor_id   uuid not null references worker,
  supervisor_id   uuid not null references worker,
  named_at        timestamptz not null,
  named_by        uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  check (counsellor_id <> supervisor_id),
  check (named_by <> supervisor_id),
  check ((ended_at is null) = (ended_by is null)),
  check (named_at <= ended_at)
);
comment on table clinical_supervision is 'Who supervises a counsellor''s work: reads the clinical record, never process notes; no file is named here';
create unique index clinical_supervision_now on clinical_supervision (counsellor_id) where ended_at is null;
create index clinical_supervision_of on clinical_supervision (supervisor_id) where ended_at is null;

-- ---- that they met, and nothing of what was said
create table supervision_meeting (
  meeting_id      uuid primary key,
  organisation_id uuid not null references organisation,
  counsellor_id   uuid not null references worker,
  supervisor_id   uuid not null references worker,
  held_on         date not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  check (recorded_by in (counsellor_id, supervisor_id))
);
comment on table supervision_meeting is 'That a counsellor and who supervises them met on a day';
create unique index supervision_meeting_day on supervision_meeting (counsellor_id, held_on);

-- ---- groups by code; who is in one stands in its members
create table counselling_group (
  group_id        uuid primary key,
  organisation_id uuid not null references organisation,
  counsellor_id   uuid not null references worker,
  code            text not null check (code ~ '^G-[2-9A-HJ-NP-Z]{4}$'),
  type            text not null,
  made_at         timestamptz not null,
  ended_at        timestamptz,
  unique (organisation_id, code),
  unique (group_id, organisation_id, counsellor_id),
  check (made_at <= ended_at)
);
comment on table counselling_group is 'A group, by a code without meaning; its counsellor''s alone';
create index counselling_group_of on counselling_group (counsellor_id) where ended_at is null;

create table group_member (
  group_id        uuid not null,
  case_id         uuid not null references case_file,
  organisation_id uuid not null,
  counsellor_id   uuid not null,
  joined_at       timestamptz not null,
  left_at         timestamptz,
  primary key (group_id, case_id, joined_at),
  foreign key (group_id, organisation_id, counsellor_id) references counselling_group (group_id, organisation_id, counsellor_id),
  check (joined_at <= left_at)
);
comment on table group_member is 'Who is in a group, known to its counsellor alone; category counselling notes';
create unique index group_member_now on group_member (group_id, case_id) where left_at is null;
create index group_member_case on group_member (case_id);

-- ---- an hour of a counsellor: nobody's file, and never two at once
create table sitting (
  sitting_id      uuid primary key,
  organisation_id uuid not null references organisation,
  counsellor_id   uuid not null references worker,
  group_id        uuid,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  planned_by      uuid not null references worker,
  planned_at      timestamptz not null,
  recorded_at     timestamptz,
  given_up_at     timestamptz,
  version         int not null default 0,
  unique (sitting_id, organisation_id, counsellor_id),
  foreign key (group_id, organisation_id, counsellor_id) references counselling_group (group_id, organisation_id, counsellor_id),
  check (starts_at < ends_at),
  check (given_up_at is null or recorded_at is not null),
  constraint one_hour_one_sitting exclude using gist (counsellor_id with =, tstzrange(starts_at, ends_at) with &&) where (given_up_at is null)
);
comment on table sitting is 'When a counsellor sits with somebody or a group; holds no file and nobody who comes';
comment on column sitting.recorded_at is 'When it was said of everybody who was to come whether they did';
comment on column sitting.given_up_at is 'When nobody was to come any more: the hour is free again';
create index sitting_week on sitting (counsellor_id, starts_at);
create index sitting_house on sitting (organisation_id, starts_at);
create index sitting_open on sitting (counsellor_id, ends_at) where recorded_at is null;

-- ---- one person's session
create table counselling_session (
  session_id      uuid primary key,
  sitting_id      uuid not null,
  case_id         uuid not null references case_file,
  organisation_id uuid not null,
  counsellor_id   uuid not null,
  referral_id     uuid references referral,
  in_group        boolean not null default false,
  type            text not null,
  modality        text not null,
  place           text not null,
  interpreter     text not null,
  attendance      text not null default 'PLANNED',
  recorded_at     timestamptz,
  recorded_by     uuid references worker,
  planned_at      timestamptz not null,
  version         int not null default 0,
  foreign key (sitting_id, organisation_id, counsellor_id) references sitting (sitting_id, organisation_id, counsellor_id),
  unique (sitting_id, case_id),
  unique (session_id, case_id, organisation_id, counsellor_id),
  check ((attendance = 'PLANNED') = (recorded_at is null)),
  check ((recorded_at is null) = (recorded_by is null))
);
comment on table counselling_session is 'One person''s session: its counsellor''s, and who supervises them; category counselling notes';
comment on column counselling_session.place is 'What kind of place, code of session_place; never an address';
create index counselling_session_case on counselling_session (case_id);

create table session_attended (
  session_id      uuid primary key references counselling_session,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  held_on         date not null,
  attendance      text not null
);
comment on table session_attended is 'That there was a session on a day and whether she came: existence, for those who may know there is counselling; kept by trigger. A day and no hour, since two at one hour would be a group';
create index session_attended_case on session_attended (case_id, held_on);

-- ---- what is written of it
create table process_note (
  session_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  author_id       uuid not null,
  words           text not null check (length(words) between 1 and 8000),
  written_at      timestamptz not null,
  version         int not null default 1,
  primary key (session_id),
  foreign key (session_id, case_id, organisation_id, author_id) references counselling_session (session_id, case_id, organisation_id, counsellor_id)
);
comment on table process_note is 'A counsellor''s own notes: their author''s alone, whoever asks; not even a checking function reads a row. Category counselling notes';
create index process_note_case on process_note (case_id);

create table clinical_record (
  record_id       uuid primary key,
  session_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  author_id       uuid not null,
  words           text not null check (length(words) between 1 and 8000),
  written_at      timestamptz not null,
  foreign key (session_id, case_id, organisation_id, author_id) references counselling_session (session_id, case_id, organisation_id, counsellor_id)
);
comment on table clinical_record is 'The clinical record: its author''s and who supervises them; only added to. Category counselling notes';
create index clinical_record_session on clinical_record (session_id, written_at);
create index clinical_record_case on clinical_record (case_id);

create table session_summary (
  summary_id      uuid primary key,
  session_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  author_id       uuid not null,
  words           text not null check (length(words) between 1 and 2000),
  agreed_on       date not null,
  written_at      timestamptz not null,
  taken_back_at   timestamptz,
  foreign key (session_id, case_id, organisation_id, author_id) references counselling_session (session_id, case_id, organisation_id, counsellor_id)
);
comment on table session_summary is 'What she agreed that others who may read counselling know of it; she takes it back any day. Category counselling notes';
create unique index session_summary_now on session_summary (session_id) where taken_back_at is null;
create index session_summary_case on session_summary (case_id);

-- ---- row security
do $$ declare t text; begin
  foreach t in array array['clinical_supervision', 'supervision_meeting', 'counselling_group', 'group_member', 'sitting', 'counselling_session',
                           'session_attended', 'process_note', 'clinical_record', 'session_summary'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('grant select on %I to alongside_app', t);
    if t not in ('process_note', 'clinical_record', 'session_summary') then
      execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
      execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    end if;
    if t not in ('session_attended') then
      execute format('grant insert on %I to alongside_app', t);
    end if;
  end loop;
end $$;
grant update (ended_at, ended_by) on clinical_supervision to alongside_app;
grant update (ended_at) on counselling_group to alongside_app;
grant update (left_at) on group_member to alongside_app;
grant update (starts_at, ends_at, recorded_at, given_up_at, version) on sitting to alongside_app;
grant update (type, modality, place, interpreter, attendance, recorded_at, recorded_by, version) on counselling_session to alongside_app;
grant update (words, written_at, version) on process_note to alongside_app;
grant update (taken_back_at) on session_summary to alongside_app;

create function supervises_counsellor(p_counsellor uuid) returns boolean
language sql stable parallel safe cost 500 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('COU') and exists (select from clinical_supervision s
                                       where s.counsellor_id = p_counsellor and s.supervisor_id = caller_worker()
                                         and s.organisation_id = caller_organisation() and s.ended_at is null)
$$;

-- the house counsels her still, by its own grant, and no tie of the reader's closes her file to them
create function supervises_clinically(p_counsellor uuid, p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and supervises_counsellor(p_counsellor)
     and exists (select from access_grant g
                  where g.case_id = p_case and g.organisation_id = p_organisation and g.category = 6 and g.level in ('F','W')
                    and g.valid_from <= caller_now() and caller_now() < g.valid_until and (g.ended_at is null or caller_now() < g.ended_at))
     and not tied(caller_worker(), p_case)
$$;

create policy of_the_house on clinical_supervision for select to alongside_app using (
  organisation_id = (select caller_organisation())
  and ((select caller_is('SUP')) or (select caller_worker()) in (counsellor_id, supervisor_id)));
create policy named on clinical_supervision for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and (select caller_is('SUP')) and named_by = (select caller_worker())
  and named_at = (select caller_now()) and ended_at is null
  and counsels_here(counsellor_id, organisation_id) and counsels_here(supervisor_id, organisation_id));
create policy ended on clinical_supervision for update to alongside_app
  using (organisation_id = (select caller_organisation()) and (select caller_is('SUP')) and ended_at is null)
  with check (ended_at = (select caller_now()) and ended_by = (select caller_worker()));

create policy of_the_house on supervision_meeting for select to alongside_app using (
  organisation_id = (select caller_organisation())
  and ((select caller_is('SUP')) or (select caller_worker()) in (counsellor_id, supervisor_id)));
create policy held on supervision_meeting for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and exists (select from clinical_supervision s where s.counsellor_id = supervision_meeting.counsellor_id
                and s.supervisor_id = supervision_meeting.supervisor_id and s.ended_at is null));

create policy own on counselling_group for select to alongside_app using (
  counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU')));
create policy made on counselling_group for insert to alongside_app with check (
  counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU'))
  and made_at = (select caller_now()) and ended_at is null);
create policy ended on counselling_group for update to alongside_app
  using (counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU')) and ended_at is null)
  with check (ended_at = (select caller_now()));

create policy own on group_member for select to alongside_app using (
  counsellor_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id));
create policy joined on group_member for insert to alongside_app with check (
  counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU'))
  and joined_at = (select caller_now()) and left_at is null and may('write', case_id, 64));
create policy left_it on group_member for update to alongside_app
  using (counsellor_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id) and left_at is null)
  with check (left_at = (select caller_now()));

-- a counsellor's own hours; those of the house for who looks after its counsellors, who thereby learn of nobody
create policy own on sitting for select to alongside_app using (
  counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()));
create policy of_the_house on sitting for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SUP')));
create policy supervised on sitting for select to alongside_app using (group_id is null and supervises_counsellor(counsellor_id));
create policy process on sitting for select to alongside_app using ((select caller_is_system()));
create policy planned on sitting for insert to alongside_app with check (
  counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU'))
  and group_id is not null
  and planned_by = (select caller_worker()) and planned_at = (select caller_now()) and recorded_at is null and given_up_at is null);
create policy changed on sitting for update to alongside_app
  using (counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU'))) with check (true);

create policy own on counselling_session for select to alongside_app using (
  counsellor_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id));
create policy supervised on counselling_session for select to alongside_app using (
  not in_group and supervises_clinically(counsellor_id, case_id, organisation_id));
create policy planned on counselling_session for insert to alongside_app with check (
  counsellor_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('COU'))
  and in_group and planned_at = (select caller_now()) and attendance = 'PLANNED' and may('write', case_id, 64)
  and exists (select from sitting s join group_member m on m.group_id = s.group_id
               where s.sitting_id = counselling_session.sitting_id and m.case_id = counselling_session.case_id and m.left_at is null));
create policy changed on counselling_session for update to alongside_app
  using (counsellor_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id)) with check (true);

-- existence: those who may know that there is counselling of her, and the house itself
create policy existence on session_attended for select to alongside_app using (knows(case_id, 64));

-- the author's alone. No policy for anybody else, not for the checking functions, and the owner of the table is bound by these too
create policy author on process_note for select to alongside_app using (
  author_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id));
create policy written on process_note for insert to alongside_app with check (
  author_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and written_at = (select caller_now())
  and may('write', case_id, 64));
create policy rewritten on process_note for update to alongside_app
  using (author_id = (select caller_worker()) and may('write', case_id, 64)) with check (written_at = (select caller_now()));

create policy author on clinical_record for select to alongside_app using (
  author_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id));
create policy supervised on clinical_record for select to alongside_app using (supervises_clinically(author_id, case_id, organisation_id));
create policy written on clinical_record for insert to alongside_app with check (
  author_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and written_at = (select caller_now())
  and may('write', case_id, 64));

create policy author on session_summary for select to alongside_app using (
  author_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id));
create policy agreed on session_summary for select to alongside_app using (
  taken_back_at is null and (may('read', case_id, 64) or keeps_counselling(case_id, organisation_id)));
create policy written on session_summary for insert to alongside_app with check (
  author_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and written_at = (select caller_now())
  and taken_back_at is null and may('write', case_id, 64));
create policy taken_back on session_summary for update to alongside_app
  using (author_id = (select caller_worker()) and keeps_counselling(case_id, organisation_id) and taken_back_at is null)
  with check (taken_back_at = (select caller_now()));

-- ---- how it goes, whatever was asked at the door
create function sitting_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now();
begin
  if caller_worker() is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  if tg_op = 'INSERT' or (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at) then
    if new.ends_at - new.starts_at > (select value from setting where name = 'session-longest')
       or new.starts_at < n - (select value from setting where name = 'session-recorded-late')
       or tg_op = 'UPDATE' and (old.recorded_at is not null or new.recorded_at is not null) then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  end if;
  if tg_op = 'UPDATE' and ((old.recorded_at is not null and new.recorded_at is distinct from old.recorded_at)
                           or (old.recorded_at is null and new.recorded_at is not null and new.recorded_at <> n)
                           or (new.given_up_at is distinct from old.given_up_at and new.given_up_at <> n)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before insert or update on sitting for each row execute function sitting_goes();

create function session_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare s sitting; n timestamptz := caller_now();
begin
  if caller_worker() is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  select * into s from sitting where sitting_id = new.sitting_id;
  if tg_op = 'INSERT' then
    if s.recorded_at is not null or new.in_group <> (s.group_id is not null) then
      raise exception 'not permitted' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.attendance is distinct from old.attendance then
    if new.attendance = 'PLANNED' or (new.recorded_at, new.recorded_by) is distinct from (n, caller_worker())
       -- nobody has come, or stayed away, before the hour has come
       or new.attendance in ('ATTENDED', 'REMOTE', 'NO_SHOW') and s.starts_at > n then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif (new.recorded_at, new.recorded_by) is distinct from (old.recorded_at, old.recorded_by)
        or old.recorded_at is not null and (new.type, new.modality, new.place, new.interpreter)
                                           is distinct from (old.type, old.modality, old.place, old.interpreter) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before insert or update on counselling_session for each row execute function session_goes();
create trigger only_while_open before insert on counselling_session for each row execute function only_while_open();
create trigger only_while_open before insert on group_member for each row execute function only_while_open();

create function session_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  insert into session_attended as a (session_id, case_id, organisation_id, held_on, attendance)
    select new.session_id, new.case_id, new.organisation_id, (s.starts_at at time zone w.zone)::date, new.attendance
      from sitting s join worker w on w.worker_id = s.counsellor_id where s.sitting_id = new.sitting_id
  on conflict (session_id) do update set attendance = excluded.attendance;
  return null;
end $$;
create trigger follows after update of attendance on counselling_session for each row
  when (new.attendance <> 'PLANNED') execute function session_follows();

-- a record and a summary are written of an hour that has begun
create function written_of_a_session() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null
     and not exists (select from counselling_session c join sitting s using (sitting_id)
                      where c.session_id = new.session_id and s.starts_at <= caller_now()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger of_a_session before insert on clinical_record for each row execute function written_of_a_session();
create trigger of_a_session before insert on session_summary for each row execute function written_of_a_session();

-- nobody is told of a note, nor of a session before it is over: only what others may read calls them
create trigger told after insert or update on session_attended for each row execute function tell_case('64');
create trigger told after insert or update on session_summary for each row execute function tell_case('64');

-- ---- how much each counsellor of a house carries: numbers and days, nobody's file
create function carried_by(p_worker uuid, p_from timestamptz, p_until timestamptz) returns table (open_cases int, sessions int)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (select count(distinct a.case_id)::int from assignment a
           where a.worker_id = p_worker and a.organisation_id = caller_organisation()
             and a.from_at <= caller_now() and (a.until_at is null or caller_now() < a.until_at)
             and exists (select from access_grant g join referral_card c on c.referral_id = g.referral_id
                          where g.case_id = a.case_id and g.organisation_id = a.organisation_id and g.category = 6 and g.level in ('F','W')
                            and g.referral_id = a.referral_id and c.status in ('ACCEPTED','IN_SERVICE')
                            and g.valid_from <= caller_now() and caller_now() < g.valid_until and (g.ended_at is null or caller_now() < g.ended_at))),
         (select count(*)::int from sitting s
           where s.counsellor_id = p_worker and s.organisation_id = caller_organisation()
             and s.starts_at >= p_from and s.starts_at < p_until and s.given_up_at is null)
$$;

create function counselling_load(p_from timestamptz, p_until timestamptz)
returns table (counsellor_id uuid, name text, open_cases int, sessions int, unrecorded int, supervision_id uuid, supervisor_id uuid, supervisor text,
               last_met date)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.worker_id, w.name, carried.open_cases, carried.sessions,
         (select count(*)::int from sitting s
           where s.counsellor_id = w.worker_id and s.organisation_id = w.organisation_id and s.recorded_at is null and s.ends_at < caller_now()),
         c.supervision_id, c.supervisor_id, v.name,
         (select max(m.held_on) from supervision_meeting m where m.counsellor_id = w.worker_id and m.organisation_id = w.organisation_id)
    from worker w
   cross join lateral carried_by(w.worker_id, p_from, p_until) carried
    left join clinical_supervision c on c.counsellor_id = w.worker_id and c.organisation_id = w.organisation_id and c.ended_at is null
    left join worker v on v.worker_id = c.supervisor_id
   where w.organisation_id = caller_organisation() and caller_is('SUP', 'COU')
     and counsels_here(w.worker_id, w.organisation_id)
     and (caller_is('SUP') or caller_worker() in (w.worker_id, c.supervisor_id))
   order by w.name, w.worker_id
$$;

-- ---- whom of the house a session can be with: a counsellor whom her file reaches by the grant to write, and who has no tie to her
create function counsels(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select counsels_here(p_worker, caller_organisation()) and may('write', p_case, 64) and not tied(p_worker, p_case)
     and exists (select from case_access a
                  where a.case_id = p_case and a.valid_from <= caller_now() and caller_now() < a.valid_until and a.write_mask & 64 <> 0
                    and (a.holder_id = p_worker
                         or exists (select from team t join team_member m using (team_id)
                                     where t.team_id = a.holder_id and m.worker_id = p_worker and (m.supervises or t.reach = 'SHIFT')
                                       and t.organisation_id = caller_organisation()
                                       and m.from_at <= caller_now() and (m.until_at is null or caller_now() < m.until_at))))
$$;
create function counsellors_on(p_case uuid) returns table (worker_id uuid, name text)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.worker_id, w.name from worker w
   where w.organisation_id = caller_organisation() and caller_is('COU') and counsels(w.worker_id, p_case) order by w.name, w.worker_id
$$;

-- one person's session, with oneself or a colleague who counsels her, too: never with anybody else
create function session_plan(p_session uuid, p_sitting uuid, p_case uuid, p_counsellor uuid, p_type text, p_modality text, p_place text,
                             p_interpreter text, p_starts timestamptz, p_ends timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); o uuid := caller_organisation(); r uuid;
begin
  if not coalesce(caller_is('COU') and may('write', p_case, 64), false)
     or p_ends - p_starts > (select value from setting where name = 'session-longest')
     or p_starts < n - (select value from setting where name = 'session-recorded-late') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if not counsels(p_counsellor, p_case) then
    raise exception 'not on the case' using errcode = 'AL060';
  end if;
  select g.referral_id into r from access_grant g
   where g.case_id = p_case and g.organisation_id = o and g.category = 6 and g.level in ('F','W')
     and g.valid_from <= n and n < g.valid_until and (g.ended_at is null or n < g.ended_at)
   order by g.referral_id is null, g.valid_from desc limit 1;
  insert into sitting (sitting_id, organisation_id, counsellor_id, starts_at, ends_at, planned_by, planned_at)
    values (p_sitting, o, p_counsellor, p_starts, p_ends, caller_worker(), n);
  insert into counselling_session (session_id, sitting_id, case_id, organisation_id, counsellor_id, referral_id, type, modality, place, interpreter,
                                   planned_at)
    values (p_session, p_sitting, p_case, o, p_counsellor, r, p_type, p_modality, p_place, p_interpreter, n);
end $$;

-- what she agreed to has ended: of what is still to come under it nothing is left, and nobody is asked. Answers which hours are free again
create function sessions_stop(p_referral uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now();
begin
  if caller_worker() is null
     or not exists (select from referral_card c where c.referral_id = p_referral and c.status not in ('ACCEPTED','IN_SERVICE')) then
    return;
  end if;
  return query
    with stopped as (
      update counselling_session s set attendance = 'CANCELLED_PROVIDER', recorded_at = n, recorded_by = caller_worker(), version = s.version + 1
       where s.referral_id = p_referral and s.attendance = 'PLANNED' returning s.sitting_id, s.session_id),
    hours as (
      update sitting h set recorded_at = n, given_up_at = n, version = h.version + 1
       where h.sitting_id in (select t.sitting_id from stopped t) and h.recorded_at is null
         and not exists (select from counselling_session o
                          where o.sitting_id = h.sitting_id and o.attendance = 'PLANNED'
                            and o.session_id not in (select t.session_id from stopped t))
      returning h.sitting_id)
    select hours.sitting_id from hours;
end $$;

-- whether somebody still is to say whether they came: the file is open to the house that was to sit with them
create function sitting_waits(p_sitting uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(caller_is_system(), false)
     and exists (select from counselling_session s join sitting h using (sitting_id)
                  where s.sitting_id = p_sitting and h.recorded_at is null and s.attendance = 'PLANNED'
                    and exists (select from case_access a
                                 where a.case_id = s.case_id and a.holder_id = s.counsellor_id and a.seen_mask & 64 <> 0
                                   and a.valid_from <= caller_now() and caller_now() < a.valid_until))
$$;

-- ---- that a counsellor carries more than the limit; one at a time, until their supervisor has looked
create table caseload_warning (
  warning_id      uuid primary key,
  organisation_id uuid not null references organisation,
  counsellor_id   uuid not null references worker,
  open_cases      int not null check (open_cases >= 0),
  sessions        int not null check (sessions >= 0),
  raised_at       timestamptz not null,
  looked_at       timestamptz,
  looked_by       uuid references worker,
  check ((looked_at is null) = (looked_by is null))
);
comment on table caseload_warning is 'A counsellor carries more than the limit: numbers and nobody''s file';
create unique index caseload_warning_open on caseload_warning (counsellor_id) where looked_at is null;
create index caseload_warning_house on caseload_warning (organisation_id) where looked_at is null;
alter table caseload_warning enable row level security, force row level security;
create policy by_function on caseload_warning to alongside_gatekeeper using (true) with check (true);
create policy of_the_house on caseload_warning for select to alongside_app using (
  organisation_id = (select caller_organisation()) and ((select caller_is('SUP')) or counsellor_id = (select caller_worker())));
create policy process on caseload_warning for select to alongside_app using ((select caller_is_system()));
create policy looked on caseload_warning for update to alongside_app
  using (organisation_id = (select caller_organisation()) and (select caller_is('SUP')) and counsellor_id <> (select caller_worker()) and looked_at is null)
  with check (looked_at = (select caller_now()) and looked_by = (select caller_worker()));
grant select on caseload_warning to alongside_app;
grant update (looked_at, looked_by) on caseload_warning to alongside_app;
grant select, insert, update on caseload_warning to alongside_gatekeeper;

-- numbers are counted here and not handed in; answers whether one was raised
create function caseload_warn(p_warning uuid, p_counsellor uuid, p_from timestamptz, p_until timestamptz, p_most_cases int, p_most_sessions int)
returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c int; s int;
begin
  if not coalesce(counsels_here(p_counsellor, caller_organisation()), false) then
    return false;
  end if;
  select carried.open_cases, carried.sessions into c, s from carried_by(p_counsellor, p_from, p_until) carried;
  if c <= p_most_cases and s <= p_most_sessions then
    return false;
  end if;
  insert into caseload_warning (warning_id, organisation_id, counsellor_id, open_cases, sessions, raised_at)
    values (p_warning, caller_organisation(), p_counsellor, c, s, caller_now())
  on conflict (counsellor_id) where looked_at is null do nothing;
  return found;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['keeps_counselling(uuid, uuid)', 'counsels_here(uuid, uuid)', 'supervises_counsellor(uuid)',
                           'supervises_clinically(uuid, uuid, uuid)', 'counselling_load(timestamptz, timestamptz)',
                           'counsels(uuid, uuid)', 'counsellors_on(uuid)', 'sessions_stop(uuid)', 'sitting_waits(uuid)',
                           'session_plan(uuid, uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz)',
                           'caseload_warn(uuid, uuid, timestamptz, timestamptz, int, int)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  execute 'alter function session_follows() owner to alongside_gatekeeper';
  execute 'alter function carried_by(uuid, timestamptz, timestamptz) owner to alongside_gatekeeper';
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function session_follows(), carried_by(uuid, timestamptz, timestamptz), sitting_goes(), session_goes(), written_of_a_session() from public;
