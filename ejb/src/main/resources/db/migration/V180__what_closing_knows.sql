-- What the criteria for closing (DOMAIN 8.9) ask that no other table says: where she lives and since when, what she was given, that the
-- closing conversation is written down, who sees to a permit and to a hearing that is still to come, and for a child the best-interests result.
-- Nothing of it is ever changed: what is noted again is a new row, and the newest counts.

insert into setting (name, value, basis) values ('housing-stable-for', '30 days', 'DOMAIN 8.9 (2): agreed period');

create table closing_ground (
  ground_id      uuid primary key,
  case_id        uuid not null,
  episode_no     smallint not null,
  housing        text,
  housed_since   date,
  safety_plan_on date,
  hotline_on     date,
  talked_on      date,
  guardian_word  text,
  permits        text,
  permit_until   date,
  permit_owner   text,
  noted_at       timestamptz not null,
  noted_by       uuid not null references worker,
  foreign key (case_id, episode_no) references case_episode,
  check ((housing is null) = (housed_since is null)),
  check (permits is not distinct from 'HAS' or num_nonnulls(permit_until, permit_owner) = 0),
  check (permits is distinct from 'HAS' or permit_until is not null)
);
comment on table closing_ground is 'What is noted for closing an episode, the newest row counts; category referrals, the lead''s alone. Never an address';
comment on column closing_ground.housing is 'What kind of place she lives in, code of accommodation_type';
comment on column closing_ground.safety_plan_on is 'When her safety plan was gone through with her, to live by without us';
comment on column closing_ground.talked_on is 'Of which day the written closing conversation is';
create index closing_ground_newest on closing_ground (case_id, episode_no, noted_at desc);

create table hearing_owner (
  hearing_owner_id uuid primary key,
  matter_id        uuid not null references matter,
  case_id          uuid not null references case_file,
  due_on           date not null,
  owner            text not null,
  noted_at         timestamptz not null,
  noted_by         uuid not null references worker
);
comment on table hearing_owner is 'Who sees to a hearing or deadline once the file is closed; for that day only: moved to another, it is asked again';
create index hearing_owner_of on hearing_owner (matter_id, due_on);
create index hearing_owner_case on hearing_owner (case_id);

create table best_interests (
  best_interests_id uuid primary key,
  case_id           uuid not null references case_file,
  about             text not null,
  instrument        text not null,
  result            text not null,
  decided_on        date not null,
  decided_by        text not null,
  heard             boolean not null,
  words             text check (length(words) between 1 and 1000),
  noted_at          timestamptz not null,
  noted_by          uuid not null references worker,
  check (decided_on <= (noted_at at time zone 'UTC')::date)
);
comment on table best_interests is 'What was found to be best for a child in one question; never changed, the newest about it counts. Category safety and risk, the lead''s alone';
comment on column best_interests.heard is 'Whether her own views were heard, apart from those of adults';
create index best_interests_case on best_interests (case_id, about, decided_on desc);

do $$ declare t text; begin
  foreach t in array array['closing_ground', 'hearing_owner', 'best_interests'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
    execute format('create trigger told after insert on %I for each row execute function tell_lead()', t);
  end loop;
end $$;
create policy lead on closing_ground for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy written on closing_ground for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and (select caller_is('CW'))
  and may('write', case_id, 2048) and leads(case_id)
  and exists (select from case_file f where f.case_id = closing_ground.case_id and f.episode_no = closing_ground.episode_no));
create policy lead on hearing_owner for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy written on hearing_owner for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and (select caller_is('CW'))
  and may('write', case_id, 2048) and leads(case_id)
  and exists (select from matter m where m.matter_id = hearing_owner.matter_id and m.case_id = hearing_owner.case_id));
create policy lead on best_interests for select to alongside_app using (may('read', case_id, 512) and leads(case_id));
create policy written on best_interests for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and (select caller_is('CW'))
  and may('write', case_id, 512) and leads(case_id));

-- the next day of a matter that is still to come; null: none is
create function matter_due_on(p_hearing_at timestamptz, p_deadline_on date) returns date
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select least(case when p_hearing_at > caller_now() then (p_hearing_at at time zone 'UTC')::date end,
               case when p_deadline_on >= (caller_now() at time zone 'UTC')::date then p_deadline_on end)
$$;

-- hearings and deadlines still to come to which nobody sees once the file is closed
create function hearings_unowned(p_case uuid) returns int
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select count(*)::int from hearing_minimum h cross join lateral (select matter_due_on(h.hearing_at, h.deadline_on) due_on) d
   where h.case_id = p_case and d.due_on is not null
     and not exists (select from hearing_owner o where o.matter_id = h.matter_id and o.due_on = d.due_on)
$$;

-- what was found last about one question of a child
create function best_interests_of(p_case uuid, p_about text) returns text
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select b.result from best_interests b where b.case_id = p_case and b.about = p_about order by b.decided_on desc, b.noted_at desc limit 1
$$;

-- ---- asked a second time when a supervisor agrees: a hearing that nobody sees to needs a reason, and nothing is done against a child's interests
create function closing_weighed() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if hearings_unowned(new.case_id) > 0 and new.override_reason is null then
    raise exception 'a hearing is still to come' using errcode = 'AL050';
  end if;
  if best_interests_of(new.case_id, 'CLOSING') = 'AGAINST' and exists (select from identity_minimum i where i.case_id = new.case_id and i.child) then
    raise exception 'against the best interests of a child' using errcode = 'AL051';
  end if;
  return new;
end $$;
create trigger weighed before update of approved_at on closing
  for each row when (new.approved_at is not null and old.approved_at is null) execute function closing_weighed();

grant create on schema alongside to alongside_gatekeeper;
alter function closing_weighed() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['matter_due_on(timestamptz, date)', 'hearings_unowned(uuid)', 'best_interests_of(uuid, text)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app, alongside_gatekeeper', f);
  end loop;
end $$;
revoke all on function closing_weighed() from public;
