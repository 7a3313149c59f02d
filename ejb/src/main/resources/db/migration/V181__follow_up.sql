-- How she is three, six and twelve months after her file was closed (DL33), if she agreed to be asked and as long as she does: each time is
-- there once, is asked by a channel that is safe for her, and ends with an answer, with her no, or with nobody reached. No clock ends one.

create table follow_up (
  follow_up_id uuid primary key,
  case_id      uuid not null,
  episode_no   smallint not null,
  point        text not null,
  ask_at       timestamptz not null,
  due_at       timestamptz not null check (due_at > ask_at),
  outcome      text check (outcome in ('REACHED', 'NOT_REACHED', 'DECLINED')),
  concern      boolean,
  done_at      timestamptz,
  done_by      uuid references worker,
  offer_by     timestamptz,
  offer        text,
  offered_at   timestamptz,
  offered_by   uuid references worker,
  ended_at     timestamptz,
  end_reason   text check (end_reason in ('REOPENED', 'TAKEN_BACK', 'DECLINED')),
  unique (case_id, episode_no, point),
  unique (follow_up_id, case_id),
  foreign key (case_id, episode_no) references case_episode,
  check (num_nonnulls(outcome, done_at, done_by) in (0, 3)),
  check (concern is null or outcome = 'REACHED'),
  check ((offer_by is not null) = (concern is true)),
  check (num_nonnulls(offer, offered_at, offered_by) in (0, 3)),
  check (offer is null or concern),
  check ((ended_at is null) = (end_reason is null)),
  check (ended_at is null or done_at is null or concern and offered_at is null)
);
comment on table follow_up is 'When she is asked how she is after closing, and how it ended: codes and instants; category referrals, the lead''s alone';
comment on column follow_up.concern is 'What she said worries us: opening the file again is offered';
comment on column follow_up.ended_at is 'She is not asked any more: the file was opened again, or she does not want it';
create index follow_up_open on follow_up (case_id, due_at) where done_at is null and ended_at is null;

create table follow_up_answer (
  follow_up_id uuid not null,
  case_id      uuid not null,
  asked        text not null,
  answer       text not null,
  primary key (follow_up_id, asked),
  foreign key (follow_up_id, case_id) references follow_up (follow_up_id, case_id)
);
comment on table follow_up_answer is 'What she said, as codes; category safety and risk, the lead''s alone';
create index follow_up_answer_case on follow_up_answer (case_id);

create table follow_up_word (
  follow_up_id uuid primary key,
  case_id      uuid not null,
  words        text not null check (length(words) between 1 and 2000),
  foreign key (follow_up_id, case_id) references follow_up (follow_up_id, case_id)
);
comment on table follow_up_word is 'What she said, in her words; category safety and risk, the lead''s alone';
create index follow_up_word_case on follow_up_word (case_id);

alter table contact_attempt add column follow_up_id uuid references follow_up;
comment on column contact_attempt.follow_up_id is 'The follow-up for which she was tried';
create index contact_attempt_follow_up on contact_attempt (follow_up_id) where follow_up_id is not null;

do $$ declare t text; begin
  foreach t in array array['follow_up', 'follow_up_answer', 'follow_up_word'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_lead()', t);
  end loop;
end $$;
grant select on contact to alongside_gatekeeper;
create policy lead on follow_up for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy lead on follow_up_answer for select to alongside_app using (may('read', case_id, 512) and leads(case_id));
create policy lead on follow_up_word for select to alongside_app using (may('read', case_id, 512) and leads(case_id));

-- ---- what she says of it today: the yes of the closing, unless she said otherwise since it was proposed
create function follow_up_agreed(p_case uuid, p_episode smallint) returns boolean
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from closing k
                  where k.case_id = p_case and k.episode_no = p_episode and k.approved_at is not null and k.follow_up = 'YES'
                    and coalesce((select a.answer from purpose_answer a
                                   where a.case_id = k.case_id and a.purpose = 'FOLLOWUP_CONTACT' and a.given_at > k.proposed_at
                                   order by a.given_at desc, a.said_as desc limit 1), 'AGREED') = 'AGREED')
$$;

-- the channels by which she may be asked: the one she agreed to, and the one that is safe for her today
create function follow_up_channels(p_follow_up uuid) returns setof text
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select k.follow_up_channel from follow_up u join closing k using (case_id, episode_no)
   where u.follow_up_id = p_follow_up and k.approved_at is not null and k.follow_up_channel is not null
   union
  select c.channel from follow_up u join contact c using (case_id) where u.follow_up_id = p_follow_up and c.channel is not null
$$;

-- the times of an episode that was closed in this instant; none a second time. Without her agreement there is none
create function follow_ups_begin(p_case uuid, p_points text[], p_ask_at timestamptz[], p_due_at timestamptz[])
  returns table (follow_up_id uuid, point text, ask_at timestamptz, due_at timestamptz, lead uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file;
begin
  select * into f from case_file c where c.case_id = p_case for no key update;
  if not found or not caller_is('SUP') or not leads(p_case) or f.status <> 'CLOSED' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if not follow_up_agreed(p_case, f.episode_no) then
    return;
  end if;
  return query
    with made as (
      insert into follow_up (follow_up_id, case_id, episode_no, point, ask_at, due_at)
      select gen_random_uuid(), p_case, f.episode_no, t.point, t.ask_at, t.due_at
        from unnest(p_points, p_ask_at, p_due_at) t (point, ask_at, due_at)
      on conflict on constraint follow_up_case_id_episode_no_point_key do nothing
      returning follow_up.*)
    select m.follow_up_id, m.point, m.ask_at, m.due_at, f.lead_organisation_id from made m;
  update case_file c set next_due = d.due from (select next_due_of(p_case) due) d where c.case_id = p_case and c.next_due is distinct from d.due;
end $$;

create function follow_up_led(p_case uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('CW') and leads(p_case) and may('write', p_case, 2048) and not tied(caller_worker(), p_case)
$$;

-- she was tried: not before the time, not after it is over, not against her word, and by no other channel
create function follow_up_tried() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare u follow_up;
begin
  select * into u from follow_up where follow_up_id = new.follow_up_id for no key update;
  if not found or u.case_id <> new.case_id or num_nonnulls(u.done_at, u.ended_at) > 0 or new.attempted_at < u.ask_at
     or not follow_up_agreed(u.case_id, u.episode_no) or new.channel not in (select follow_up_channels(u.follow_up_id)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger tried before insert on contact_attempt for each row when (new.follow_up_id is not null) execute function follow_up_tried();

-- how it ended; a concern has a day by which opening the file again is offered. Who does not want it is not asked at the later times either:
-- answers the times of which nobody is asked any more
create function follow_up_done(p_follow_up uuid, p_outcome text, p_concern boolean, p_offer_by timestamptz, p_asked text[], p_answers text[],
                               p_words text) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare u follow_up; n timestamptz := caller_now();
begin
  select * into u from follow_up where follow_up_id = p_follow_up for update;
  if not found or not follow_up_led(u.case_id) or num_nonnulls(u.done_at, u.ended_at) > 0 or n < u.ask_at
     or not follow_up_agreed(u.case_id, u.episode_no)
     or p_outcome = 'REACHED' and not exists (select from contact_attempt a where a.follow_up_id = p_follow_up and a.outcome = 'REACHED')
     or p_outcome <> 'REACHED' and not exists (select from contact_attempt a where a.follow_up_id = p_follow_up)
     or p_outcome <> 'REACHED' and (cardinality(p_asked) > 0 or p_words is not null) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update follow_up set outcome = p_outcome, concern = case p_outcome when 'REACHED' then p_concern end,
                       offer_by = case when p_outcome = 'REACHED' and p_concern then p_offer_by end, done_at = n, done_by = caller_worker()
   where follow_up_id = p_follow_up;
  insert into follow_up_answer (follow_up_id, case_id, asked, answer)
    select p_follow_up, u.case_id, t.asked, t.answer from unnest(p_asked, p_answers) t (asked, answer);
  if p_words is not null then
    insert into follow_up_word (follow_up_id, case_id, words) values (p_follow_up, u.case_id, p_words);
  end if;
  if p_outcome = 'DECLINED' then
    return query update follow_up x set ended_at = n, end_reason = 'DECLINED'
                  where x.case_id = u.case_id and x.episode_no = u.episode_no and x.done_at is null and x.ended_at is null
                 returning x.follow_up_id;
  end if;
  update case_file c set next_due = d.due from (select next_due_of(u.case_id) due) d where c.case_id = u.case_id and c.next_due is distinct from d.due;
end $$;

-- opening the file again was offered to her, and what she says
create function follow_up_offered(p_follow_up uuid, p_offer text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare u follow_up;
begin
  select * into u from follow_up where follow_up_id = p_follow_up for update;
  if not found or not follow_up_led(u.case_id) or u.concern is not true or num_nonnulls(u.offered_at, u.ended_at) > 0 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update follow_up set offer = p_offer, offered_at = caller_now(), offered_by = caller_worker() where follow_up_id = p_follow_up;
end $$;

-- what is asked no more since the file was opened again, or since she does not agree any more; answers which
create function follow_ups_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file; why text;
begin
  select * into f from case_file c where c.case_id = p_case for no key update;
  if not found or not (leads(p_case) and may('seen', p_case, 0)) then
    return;
  end if;
  why := case when f.status <> 'CLOSED' then 'REOPENED' when not follow_up_agreed(p_case, f.episode_no) then 'TAKEN_BACK' end;
  if why is null then
    return;
  end if;
  return query update follow_up u set ended_at = caller_now(), end_reason = why
                where u.case_id = p_case and u.ended_at is null
                  and (u.done_at is null or why = 'REOPENED' and u.concern and u.offered_at is null)
               returning u.follow_up_id;
  update case_file c set next_due = d.due from (select next_due_of(p_case) due) d where c.case_id = p_case and c.next_due is distinct from d.due;
end $$;

-- whether nobody will ask her any more in the episode that is closed
create function follow_ups_over(p_case uuid) returns boolean
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select not exists (select from follow_up u join case_file f using (case_id, episode_no)
                      where u.case_id = p_case and u.ended_at is null
                        and (u.done_at is null or u.concern and u.offered_at is null))
$$;

-- ---- the next day of a closed file: the time at which she is asked next; a file that was closed before there were any keeps its first one
create or replace function next_due_but_risk_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select case
    when f.status = 'CLOSED' then (
      select coalesce(
        (select min(u.ask_at)::date from follow_up u
          where u.case_id = e.case_id and u.episode_no = e.episode_no and u.done_at is null and u.ended_at is null),
        kept_until(e.case_id, e.closed_at))
        from case_episode e where e.case_id = f.case_id and e.episode_no = f.episode_no)
    else least(
      next_due_while_open(f.case_id),
      (select k.proposed_at::date from closing k
        where k.case_id = f.case_id and k.withdrawn_at is null and k.sent_back_at is null and k.approved_at is null),
      (select e.opened_at::date from case_episode e
        where e.case_id = f.case_id and e.episode_no = f.episode_no and f.status = 'REOPENED'))
    end
    from case_file f where f.case_id = p_case
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['follow_ups_begin(uuid, text[], timestamptz[], timestamptz[])', 'follow_up_led(uuid)',
                           'follow_up_done(uuid, text, boolean, timestamptz, text[], text[], text)', 'follow_up_offered(uuid, text)',
                           'follow_ups_end(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['follow_up_agreed(uuid, smallint)', 'follow_up_channels(uuid)', 'follow_ups_over(uuid)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app, alongside_gatekeeper', f);
  end loop;
  alter function follow_up_tried() owner to alongside_gatekeeper;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function follow_up_tried() from public;
