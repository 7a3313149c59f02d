-- The last day of a mandate is a last day of its matter, of which counsel is warned as of the others; so is the day on which the guardian who signed it stops
-- deciding for her, and where nobody decides for her in legal matters any more, today. What it is about only her lawyer reads.
alter table legal_deadline_file
  add column mandate_id uuid references mandate,
  add constraint of_a_mandate_alone check (mandate_id is null or num_nonnulls(event, event_on, reckoned_on, permit, renews) = 0);
comment on column legal_deadline_file.mandate_id is 'The mandate that ends on that day';
create index legal_deadline_file_mandate on legal_deadline_file (mandate_id) where mandate_id is not null;

create function decides_in_legal_matters(g guardian) returns boolean
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select g.status in ('TEMPORARY', 'APPOINTED') and 'LEGAL' = any (g.powers) and (g.mandate_until is null or g.mandate_until > caller_now())
$$;

-- on which day a mandate of one's own matters ends, in that zone, or who signed it stops deciding for her; null: on none that is known
create function mandate_last_day(p_mandate uuid, p_zone text) returns date
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select least(m.until_on, case when m.giver = 'GUARDIAN' then (
           select case when bool_and(g.mandate_until is not null) then (max(g.mandate_until) at time zone p_zone)::date end
             from guardian g where g.case_id = m.case_id and decides_in_legal_matters(g)) end)
    from mandate m where m.mandate_id = p_mandate and keeps_matters(m.case_id, m.organisation_id)
$$;

-- somebody who leads wrote down that a guardian is there no more: of each mandate that a guardian signed, where nobody decides for her in legal matters any
-- more, counsel is warned today; what was to be warned of later is so today. Asked again it says nothing.
create function mandates_left_alone(p_case uuid) returns table (deadline_id uuid, organisation_id uuid, due_on date, zone text, instead_of uuid[])
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare one record;
begin
  if not (leads(p_case) and may('seen', p_case, 0)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from guardian g where g.case_id = p_case and decides_in_legal_matters(g)) then
    return;
  end if;
  for one in
    select m.mandate_id, m.matter_id, m.case_id, m.organisation_id, w.zone, (caller_now() at time zone w.zone)::date today
      from mandate m join matter_stage s using (matter_id) join matter_counsel c on c.matter_id = m.matter_id and c.until_at is null
      join worker w on w.worker_id = c.worker_id
     where m.case_id = p_case and m.giver = 'GUARDIAN' and m.ended_on is null and s.stage <> 'CLOSED'
       and not exists (select from legal_deadline d join legal_deadline_file f using (deadline_id)
                        where f.mandate_id = m.mandate_id and d.ended_at is null and d.due_on <= (caller_now() at time zone w.zone)::date)
  loop
    with over as (
      update legal_deadline d set ended_at = caller_now(), outcome = 'REPLACED'
        from legal_deadline_file f where f.deadline_id = d.deadline_id and f.mandate_id = one.mandate_id and d.ended_at is null
      returning d.deadline_id)
    select coalesce(array_agg(over.deadline_id), '{}') into instead_of from over;
    deadline_id := gen_random_uuid();
    insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
      values (mandates_left_alone.deadline_id, one.matter_id, one.case_id, one.organisation_id, 'DEADLINE', one.today, one.zone);
    insert into legal_deadline_file (deadline_id, matter_id, case_id, organisation_id, mandate_id)
      values (mandates_left_alone.deadline_id, one.matter_id, one.case_id, one.organisation_id, one.mandate_id);
    organisation_id := one.organisation_id;
    due_on := one.today;
    zone := one.zone;
    return next;
  end loop;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['decides_in_legal_matters(guardian)', 'mandate_last_day(uuid, text)', 'mandates_left_alone(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  foreach f in array array['mandate_last_day(uuid, text)', 'mandates_left_alone(uuid)']::regprocedure[] loop
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant insert on legal_deadline_file to alongside_gatekeeper;
