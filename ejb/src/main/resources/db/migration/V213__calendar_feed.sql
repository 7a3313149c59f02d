-- A calendar that a person subscribes to from a program of their own. The address holds a secret of which only the hash is kept here; it opens what its
-- owner may read at that moment and nothing else, so many times an hour, until they take it back or leave. Each reading is kept.

insert into setting_count (name, value, basis) values ('calendar-feed-an-hour', 30, 'design: programs ask every quarter of an hour at most, two of them may');

create table calendar_feed (
  feed_id         uuid primary key,
  worker_id       uuid not null references worker,
  organisation_id uuid not null references organisation,
  token_hash      bytea not null unique check (octet_length(token_hash) = 32),
  made_at         timestamptz not null,
  ended_at        timestamptz
);
comment on table calendar_feed is 'That somebody subscribed to their calendar; nothing of a survivor';
comment on column calendar_feed.token_hash is 'SHA-256 of the secret in its address; the secret is kept nowhere';
create unique index calendar_feed_one on calendar_feed (worker_id) where ended_at is null;
create table calendar_feed_read (
  feed_id uuid not null references calendar_feed,
  read_at timestamptz not null
);
comment on table calendar_feed_read is 'Each time that a subscribed calendar was read';
create index calendar_feed_read_of on calendar_feed_read (feed_id, read_at);

do $$ declare t text; begin
  foreach t in array array['calendar_feed', 'calendar_feed_read'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
  end loop;
end $$;
create policy own on calendar_feed for select to alongside_app using (worker_id = (select caller_worker()));
create policy made on calendar_feed for insert to alongside_app with check (
  worker_id = (select caller_worker()) and organisation_id = (select caller_organisation()) and ended_at is null);
create policy ended on calendar_feed for update to alongside_app using (worker_id = (select caller_worker()));
create policy own on calendar_feed_read for select to alongside_app using (exists (select from calendar_feed f where f.feed_id = calendar_feed_read.feed_id));
grant insert on calendar_feed to alongside_app;
grant update (ended_at) on calendar_feed to alongside_app;

-- Opens the caller whose secret this is; no row where there is none such any more, and TOO_MANY where it was read too often within the hour
create function calendar_feed_open(p_hash bytea, p_now timestamptz) returns table (state text, worker_id uuid, organisation_id uuid, lawyer boolean, zone text)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f calendar_feed; roles text[]; z text;
begin
  select c.* into f from calendar_feed c where c.token_hash = p_hash and c.ended_at is null for no key update;
  if f.feed_id is null then
    return;
  end if;
  select w.zone, array(select r.role_code::text from worker_role r where r.worker_id = w.worker_id and r.role_code in ('CW', 'SUP', 'SHS', 'SHM', 'LAW'))
    into z, roles
    from worker w join organisation o using (organisation_id)
   where w.worker_id = f.worker_id and w.organisation_id = f.organisation_id and w.kind = 'PERSON' and (w.left_at is null or w.left_at > p_now)
     and (o.suspended_at is null or o.suspended_at > p_now);
  if cardinality(roles) is distinct from 0 and roles is not null then
    if (select count(*) from calendar_feed_read r where r.feed_id = f.feed_id and r.read_at > p_now - interval '1 hour')
       >= (select value from setting_count where name = 'calendar-feed-an-hour') then
      return query select 'TOO_MANY', null::uuid, null::uuid, false, null::text;
      return;
    end if;
    insert into calendar_feed_read values (f.feed_id, p_now);
    perform caller_open(f.worker_id, f.organisation_id, roles, p_now);
    return query select 'READ', f.worker_id, f.organisation_id, 'LAW' = any (roles), z;
  end if;
end $$;
grant create on schema alongside to alongside_gatekeeper;
alter function calendar_feed_open(bytea, timestamptz) owner to alongside_gatekeeper;
revoke all on function calendar_feed_open(bytea, timestamptz) from public;
grant execute on function calendar_feed_open(bytea, timestamptz) to alongside_app;
revoke create on schema alongside from alongside_gatekeeper;
grant select, update on calendar_feed to alongside_gatekeeper;
grant select, insert on calendar_feed_read to alongside_gatekeeper;
