-- The calendar: hearings and last days of a house by their day, read from two tables alone. What a line of it says besides stands beside the day: the code
-- of the case, and who of the lawyers' house acts in the matter.

alter table matter add column counsel_id uuid references worker;
comment on column matter.counsel_id is 'Who of the lawyers'' house acts in it; at first who opened it';
alter table hearing add column case_code text, add column counsel_id uuid;
alter table legal_deadline add column case_code text, add column counsel_id uuid;
comment on column hearing.case_code is 'The code by which the case is spoken of, for calendars; kept by trigger';
comment on column legal_deadline.case_code is 'The code by which the case is spoken of, for calendars; kept by trigger';

create function counsel_at_first() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  new.counsel_id := coalesce(new.counsel_id, new.opened_by);
  return new;
end $$;
create trigger counsel_at_first before insert on matter for each row execute function counsel_at_first();

create function line_of_calendar() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select case_code into new.case_code from case_file where case_id = new.case_id;
  select counsel_id into new.counsel_id from matter where matter_id = new.matter_id;
  return new;
end $$;
create trigger line before insert on hearing for each row execute function line_of_calendar();
create trigger line before insert on legal_deadline for each row execute function line_of_calendar();

create function counsel_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update hearing set counsel_id = new.counsel_id where matter_id = new.matter_id;
  update legal_deadline set counsel_id = new.counsel_id where matter_id = new.matter_id;
  return null;
end $$;
create trigger counsel_follows after update of counsel_id on matter for each row when (old.counsel_id is distinct from new.counsel_id)
  execute function counsel_follows();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['counsel_at_first()', 'line_of_calendar()', 'counsel_follows()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;

-- ---- those that are there already; the owner is bound too, for this alone not
alter table matter no force row level security;
alter table hearing no force row level security;
alter table legal_deadline no force row level security;
alter table case_file no force row level security;
update matter set counsel_id = opened_by;
update hearing h set case_code = f.case_code, counsel_id = m.counsel_id from case_file f, matter m where f.case_id = h.case_id and m.matter_id = h.matter_id;
update legal_deadline d set case_code = f.case_code, counsel_id = m.counsel_id from case_file f, matter m where f.case_id = d.case_id and m.matter_id = d.matter_id;
alter table matter force row level security;
alter table hearing force row level security;
alter table legal_deadline force row level security;
alter table case_file force row level security;
alter table matter alter column counsel_id set not null;
alter table hearing alter column case_code set not null;
alter table legal_deadline alter column case_code set not null;
