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
