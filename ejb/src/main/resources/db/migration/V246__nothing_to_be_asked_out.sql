-- What a policy asks may be called by whoever the policy binds: of a house that shelters it answers as of one that there is not.
create or replace function shown_inside(p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation()
      or exists (select from organisation o where o.organisation_id = p_organisation) and not shelters(p_organisation)
$$;

-- Triggers come before policies. Of a matter that the caller does not keep they say nothing, and the policies refuse in their own words, whatever is true of it.
create function keeps_this_matter(p_matter uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_worker() is null or caller_is_system()
      or exists (select from matter m where m.matter_id = p_matter and keeps_matters(m.case_id, m.organisation_id))
$$;

-- a document may be brought by others of the house: they are told
create or replace function only_after_check() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not checked(new.matter_id) and (tg_table_name = 'document' or keeps_this_matter(new.matter_id)) then
    raise exception 'before the check for conflicts is clear' using errcode = 'AL220';
  end if;
  return new;
end $$;

create or replace function evidence_entered() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not keeps_this_matter(new.matter_id) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.evidence_id::text, 225));
  select coalesce(max(e.number), 0) + 1 into new.number from evidence_entry e where e.evidence_id = new.evidence_id;
  if new.document_id is not null then
    select v.sha256, v.handed_sha256 into new.sha256, new.handed_sha256
      from document_version v join document d using (document_id)
     where v.document_id = new.document_id and v.number = new.document_number and d.matter_id = new.matter_id and d.withdrawn_at is null;
    if not found then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;

create or replace function custody_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare mended evidence_custody; before_it evidence_custody; after_it evidence_custody;
begin
  if not keeps_this_matter(new.matter_id) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.evidence_id::text, 225));
  if new.corrects is null then
    select coalesce(max(c.position), 0) + 1 into new.position from custody_chain(new.evidence_id) c;
  else
    select * into mended from custody_chain(new.evidence_id) c where c.link_id = new.corrects;
    if mended.link_id is null then
      raise exception 'mended already' using errcode = 'AL073';
    end if;
    new.position := mended.position;
  end if;
  select * into before_it from custody_chain(new.evidence_id) c where c.position = new.position - 1;
  select * into after_it from custody_chain(new.evidence_id) c where c.position = new.position + 1;
  if new.handed_at > caller_now() then
    raise exception 'in the future' using errcode = 'AL070';
  end if;
  if new.handed_at < before_it.handed_at or new.handed_at > after_it.handed_at
     or before_it.link_id is null and (new.handed_at at time zone new.zone)::date
        < (select e.source_on from evidence_entry e where e.evidence_id = new.evidence_id order by e.number desc limit 1) then
    raise exception 'out of order' using errcode = 'AL071';
  end if;
  if before_it.link_id is not null
     and (new.giver, coalesce(lower(new.giver_name), '')) <> (before_it.taker, coalesce(lower(before_it.taker_name), '')) then
    raise exception 'does not hold it' using errcode = 'AL072';
  end if;
  return new;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function keeps_this_matter(uuid) owner to alongside_gatekeeper;
revoke all on function keeps_this_matter(uuid) from public;
revoke create on schema alongside from alongside_gatekeeper;

-- What an agency or a house of lawyers keeps for itself is not told to who leads either: the hour at which it is written is a part of it.

-- everything, for that one organisation and nobody beside it: no kind of information has the bit that is missing
create function told_to_that_house() returns int immutable parallel safe return -1 & ~(1 << 14);
grant execute on function told_to_that_house() to alongside_gatekeeper;

create or replace function told_of_case(p_case uuid, p_mask int, p_organisation uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with held as (
         select a.holder_id, a.seen_mask & p_mask seen, a.consented_min_mask & p_mask consented from case_access a
          where (select caller_is_system()) and a.case_id = p_case
            and a.valid_from <= (select caller_now()) and (select caller_now()) < a.valid_until),
       reached as (
         select w.worker_id, h.seen, h.consented from held h join worker w on w.worker_id = h.holder_id
          union all
         select m.worker_id, h.seen, h.consented
           from held h join team t on t.team_id = h.holder_id join team_member m using (team_id)
          where (m.supervises or t.reach = 'SHIFT')
            and m.from_at <= (select caller_now()) and (m.until_at is null or m.until_at > (select caller_now())))
  select distinct w.worker_id
    from reached r join worker w using (worker_id) join organisation o using (organisation_id)
   where w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
     and (p_organisation is null or w.organisation_id = p_organisation
          or p_mask <> told_to_that_house() and w.organisation_id = (select c.lead_organisation_id from case_file c where c.case_id = p_case))
     and exists (select from worker_role x join role_category k using (role_code)
                  where x.worker_id = w.worker_id
                    and (p_mask < 0 or p_mask & told_to_helpers() = 0
                         or x.role_code in ('CW', 'SUP', 'SHS', 'SHM', 'COU', 'HLT', 'LAW', 'GRD'))
                    and case when k.access in ('F','R','W','M','E','*') then r.seen when k.access = 'C' then r.consented else 0 end
                        & (1 << k.category) <> 0)
     and not exists (select from conflict_declaration d
                      where d.worker_id = w.worker_id and d.case_id = p_case and d.lifted_at is null)
$$;

create function tell_that_house() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'case ' || new.case_id || ' ' || told_to_that_house() || ' ' || new.organisation_id);
  return null;
end $$;

-- documents: to who leads only where somebody who leads reads documents of that class at all
create function tell_of_document() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare mask int := case when exists (select from document_reader r where r.class = new.class and r.shared and r.role_code in ('CW', 'SUP'))
                         then -1 else told_to_that_house() end;
begin
  perform pg_notify('alongside', 'case ' || new.case_id || ' ' || mask || ' ' || new.organisation_id);
  return null;
end $$;

do $$ declare t text; begin
  foreach t in array array['police_record', 'police_note', 'protection_need', 'police_share'] loop
    execute format('drop trigger told on %I', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_that_house()', t);
  end loop;
end $$;
drop trigger told on document;
create trigger told after insert or update on document for each row execute function tell_of_document();

grant create on schema alongside to alongside_gatekeeper;
alter function tell_that_house() owner to alongside_gatekeeper;
alter function tell_of_document() owner to alongside_gatekeeper;
revoke all on function tell_that_house(), tell_of_document() from public;
revoke create on schema alongside from alongside_gatekeeper;
