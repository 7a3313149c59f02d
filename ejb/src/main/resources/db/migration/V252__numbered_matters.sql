-- A matter has a number in its file, by which two of one kind are told apart: it says nothing of her and nothing of what the matter is about, so that whoever
-- may know that there is a matter may know its number. It stands beside the days of the calendar, too, which ask no other table.
alter table matter add column number int;
comment on column matter.number is 'Its number in the file, from 1, in the order in which they were opened; never given twice';
alter table hearing add column matter_number int;
alter table legal_deadline add column matter_number int;
comment on column hearing.matter_number is 'The number of the matter in the file, for calendars; kept by trigger';
comment on column legal_deadline.matter_number is 'The number of the matter in the file, for calendars; kept by trigger';

-- two that are opened at once wait for one another
create function matter_numbered() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from case_file where case_id = new.case_id for no key update;
  select coalesce(max(m.number), 0) + 1 into new.number from matter m where m.case_id = new.case_id;
  return new;
end $$;
create trigger numbered before insert on matter for each row execute function matter_numbered();
grant create on schema alongside to alongside_gatekeeper;
alter function matter_numbered() owner to alongside_gatekeeper;
revoke all on function matter_numbered() from public;
revoke create on schema alongside from alongside_gatekeeper;

create or replace function line_of_calendar() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select case_code into new.case_code from case_file where case_id = new.case_id;
  select counsel_id, number into new.counsel_id, new.matter_number from matter where matter_id = new.matter_id;
  return new;
end $$;

-- those that are there already; the owner is bound too, for this alone not
alter table matter no force row level security;
alter table hearing no force row level security;
alter table legal_deadline no force row level security;
update matter m set number = n.number
  from (select matter_id, row_number() over (partition by case_id order by opened_at, matter_id) number from matter) n where n.matter_id = m.matter_id;
update hearing h set matter_number = m.number from matter m where m.matter_id = h.matter_id;
update legal_deadline d set matter_number = m.number from matter m where m.matter_id = d.matter_id;
alter table matter force row level security;
alter table hearing force row level security;
alter table legal_deadline force row level security;
alter table matter alter column number set not null, add unique (case_id, number);
alter table hearing alter column matter_number set not null;
alter table legal_deadline alter column matter_number set not null;
