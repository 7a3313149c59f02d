-- What was read, changed, shared or refused: append-only by privilege, numbered and chained by the database.
-- A chain is a case; events about no case are chained by worker.

create table audit_event (
  chain_id        uuid not null,
  seq             bigint not null,
  at              timestamptz not null,
  recorded_at     timestamptz not null,
  actor_id        uuid not null,
  organisation_id uuid not null,
  roles           text[] not null,
  session_id      text,
  action          text not null,
  case_id         uuid,
  subject_id      uuid,
  category        smallint,
  basis           text,
  outcome         text not null check (outcome in ('PERMITTED','REFUSED')),
  reason          text,
  prior_hash      bytea not null,
  hash            bytea not null,
  primary key (chain_id, seq)
);
comment on column audit_event.at is 'By the one clock, which a demo may have moved';
comment on column audit_event.recorded_at is 'By the machine, never moved';
create index audit_event_actor on audit_event (actor_id, at);

create table audit_head (
  chain_id uuid primary key,
  seq      bigint not null,
  hash     bytea not null
);

create function audit_hash(p_prior bytea, p_event audit_event) returns bytea
language sql immutable parallel safe as $$
  select sha256(p_prior || convert_to(jsonb_build_array(
    p_event.chain_id, p_event.seq, extract(epoch from p_event.at), extract(epoch from p_event.recorded_at), p_event.actor_id,
    p_event.organisation_id, p_event.roles, p_event.session_id, p_event.action, p_event.case_id, p_event.subject_id,
    p_event.category, p_event.basis, p_event.outcome, p_event.reason)::text, 'UTF8'))
$$;

create function audit_write(p_action text, p_case uuid, p_subject uuid, p_category smallint, p_basis text, p_outcome text,
                            p_reason text, p_session text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  h audit_head; e audit_event;
begin
  if caller_worker() is null then
    raise exception 'no caller' using errcode = '42501';
  end if;
  e.chain_id := coalesce(p_case, caller_worker());
  insert into audit_head values (e.chain_id, 0, '\x00') on conflict do nothing;
  select * into h from audit_head where chain_id = e.chain_id for update;
  e.seq := h.seq + 1;
  e.at := caller_now();
  e.recorded_at := clock_timestamp();
  e.actor_id := caller_worker();
  e.organisation_id := caller_organisation();
  e.roles := caller_roles();
  e.session_id := p_session;
  e.action := p_action;
  e.case_id := p_case;
  e.subject_id := p_subject;
  e.category := p_category;
  e.basis := p_basis;
  e.outcome := p_outcome;
  e.reason := p_reason;
  e.prior_hash := h.hash;
  e.hash := audit_hash(h.hash, e);
  insert into audit_event select e.*;
  update audit_head set seq = e.seq, hash = e.hash where chain_id = e.chain_id;
end $$;

create function audit_first_broken(p_chain uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with e as (
    select a.*, a as whole, lag(hash, 1, '\x00'::bytea) over w as before, row_number() over w as n
      from audit_event a where chain_id = p_chain window w as (order by seq))
  select coalesce(
    (select min(e.seq) from e where n <> seq or prior_hash <> before or hash <> audit_hash(before, whole)),
    (select h.seq from audit_head h where h.chain_id = p_chain and h.seq <> (select count(*) from e)))
$$;

do $$ declare t text; begin
  foreach t in array array['audit_event','audit_head'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
  end loop;
end $$;
