-- Triggers come before policies and before foreign keys: of a matter that the caller does not keep, and of one that is named beside another case or another
-- piece of evidence, they say nothing. A row that names what does not belong together is refused afterwards in words that say nothing either.

-- whether the caller keeps that matter, and it is of that case
create function keeps_matter_of(p_matter uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select keeps_this_matter(p_matter) and exists (select from matter m where m.matter_id = p_matter and m.case_id = p_case)
$$;

create or replace function mandate_is_good() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not keeps_matter_of(new.matter_id, new.case_id) then
    return new;
  end if;
  if new.signed_by <> caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if child_now(new.case_id) and new.giver = 'HERSELF' then
    raise exception 'a child does not sign alone' using errcode = 'AL222';
  end if;
  if new.giver = 'GUARDIAN' and not exists (
       select from guardian g where g.case_id = new.case_id and g.status in ('TEMPORARY', 'APPOINTED') and 'LEGAL' = any (g.powers)
                                and (g.mandate_until is null or g.mandate_until > caller_now())) then
    raise exception 'nobody decides for her in legal matters' using errcode = 'AL223';
  end if;
  return new;
end $$;

create or replace function hearing_has_matter() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.hearing_at < (select m.opened_at from matter m where m.matter_id = new.matter_id) and keeps_this_matter(new.matter_id) then
    raise exception 'a hearing before its matter' using errcode = 'AL060';
  end if;
  return new;
end $$;

create or replace function permit_has_time() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.issued_on > (select d.due_on from legal_deadline d where d.deadline_id = new.deadline_id and d.matter_id = new.matter_id)
     and keeps_this_matter(new.matter_id) then
    raise exception 'a permit that ends before it begins' using errcode = 'AL061';
  end if;
  return new;
end $$;

create or replace function custody_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare mended evidence_custody; before_it evidence_custody; after_it evidence_custody;
begin
  if not keeps_this_matter(new.matter_id)
     or not exists (select from evidence e where e.evidence_id = new.evidence_id and e.matter_id = new.matter_id) then
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

-- whoever brings a document is told of a matter of their own house and of that case, where they may bring it
create or replace function only_after_check() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare told boolean;
begin
  if not checked(new.matter_id) then
    if tg_table_name = 'document' then
      told := caller_worker() is null or caller_is_system()
              or document_keeps(new.case_id, new.class, new.category)
                 and exists (select from matter m where m.matter_id = new.matter_id and m.case_id = new.case_id
                                                    and m.organisation_id = caller_organisation());
    else
      told := keeps_this_matter(new.matter_id);
    end if;
    if told then
      raise exception 'before the check for conflicts is clear' using errcode = 'AL220';
    end if;
  end if;
  return new;
end $$;

-- to whom a file is not open it is not told whether it is closed: they are refused as of one that is open
create or replace function only_while_open() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s text;
begin
  if caller_worker() is not null then
    select status into s from case_file where case_id = new.case_id for no key update;
    if not case_is_open(s) then
      if caller_is_system() or leads(new.case_id) or may('seen', new.case_id, 0) then
        raise exception 'the case is closed' using errcode = 'AL004';
      end if;
      raise exception 'new row violates row-level security policy for table "%"', tg_table_name using errcode = '42501';
    end if;
  end if;
  return new;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function keeps_matter_of(uuid, uuid) owner to alongside_gatekeeper;
revoke all on function keeps_matter_of(uuid, uuid) from public;
revoke create on schema alongside from alongside_gatekeeper;
