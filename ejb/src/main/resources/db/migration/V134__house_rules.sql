-- The rules of a house as its own texts: each change is a version of its own, in the languages in which it was written. What was explained to
-- whom, and in which language, is a fact; whoever was not told the newest is told anew.

create table house_rules (
  house_rules_id  uuid primary key,
  facility_id     uuid not null,
  organisation_id uuid not null,
  version         int not null check (version > 0),
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  foreign key (facility_id, organisation_id) references facility (facility_id, organisation_id),
  unique (facility_id, version),
  unique (house_rules_id, facility_id, organisation_id)
);
comment on table house_rules is 'One version of the rules of a house; never changed, a newer one takes its place';

create table house_rules_text (
  house_rules_id  uuid not null,
  facility_id     uuid not null,
  organisation_id uuid not null,
  language        text not null,
  words           text not null check (length(words) between 1 and 6000),
  primary key (house_rules_id, language),
  foreign key (house_rules_id, facility_id, organisation_id) references house_rules (house_rules_id, facility_id, organisation_id)
);
comment on table house_rules_text is 'The rules in one language; of nobody by name, and never where the house is';

create table rules_told (
  rules_told_id   uuid primary key,
  placement_id    uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  house_rules_id  uuid not null,
  version         int not null,
  text_language   text not null,
  told_in         text not null,
  told_at         timestamptz not null,
  told_by         uuid not null references worker,
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id),
  foreign key (house_rules_id, text_language) references house_rules_text (house_rules_id, language)
);
comment on table rules_told is 'Which version was explained to her, and in which language; category shelter and placement';
comment on column rules_told.text_language is 'From which text it was read';
comment on column rules_told.told_in is 'In which language she was told; another one than that of the text where somebody interpreted';
create index rules_told_placement on rules_told (placement_id, told_at);
create index rules_told_case on rules_told (case_id);

do $$ declare t text; begin
  foreach t in array array['house_rules', 'house_rules_text', 'rules_told'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
  end loop;
  foreach t in array array['house_rules', 'house_rules_text'] loop
    execute format('create policy own on %I for select to alongside_app using (
      organisation_id = (select caller_organisation()) and (select caller_is(''SHS'', ''SHM'')))', t);
  end loop;
end $$;
create policy written on house_rules for insert to alongside_app with check (
  works_in_house(facility_id, organisation_id) and (select caller_is('SHM')) and written_by = (select caller_worker())
  and written_at = (select caller_now()));
create policy written on house_rules_text for insert to alongside_app with check (
  exists (select from house_rules r where r.house_rules_id = house_rules_text.house_rules_id and r.facility_id = house_rules_text.facility_id
             and r.written_by = (select caller_worker()) and r.written_at = (select caller_now())));

-- that she was told is known to who leads, too, as are the languages and the version; what the rules say is the house's
create policy known on rules_told for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));
create policy told on rules_told for insert to alongside_app with check (
  told_by = (select caller_worker()) and told_at = (select caller_now()) and places(case_id, organisation_id)
  and exists (select from placement p join house_rules r on r.facility_id = p.facility_id
               where p.placement_id = rules_told.placement_id and p.case_id = rules_told.case_id
                 and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                 and r.house_rules_id = rules_told.house_rules_id and r.version = rules_told.version));
create trigger only_while_open before insert on rules_told for each row execute function only_while_open();
create trigger told after insert on rules_told for each row execute function tell_lead('organisation_id');

-- a version follows the one before it, whoever writes at the same time
create function house_rules_follow() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.version <> coalesce((select max(version) from house_rules where facility_id = new.facility_id), 0) + 1 then
    raise exception 'another version was written meanwhile' using errcode = '23505';
  end if;
  return new;
end $$;
create trigger follow before insert on house_rules for each row execute function house_rules_follow();
revoke all on function house_rules_follow() from public;
