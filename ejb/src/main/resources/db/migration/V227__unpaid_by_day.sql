-- The list of what is not paid goes on from the oldest matter: it reads as many rows as it shows, however many there are.

alter table matter_file add column opened_on date;
comment on column matter_file.opened_on is 'Since when there is the matter, UTC; kept by trigger';

create function matter_file_opened() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select (m.opened_at at time zone 'UTC')::date into new.opened_on from matter m where m.matter_id = new.matter_id;
  return new;
end $$;
create trigger opened before insert on matter_file for each row execute function matter_file_opened();
grant create on schema alongside to alongside_gatekeeper;
alter function matter_file_opened() owner to alongside_gatekeeper;
revoke all on function matter_file_opened() from public;
revoke create on schema alongside from alongside_gatekeeper;
grant select on matter to alongside_gatekeeper;

-- those that are there already; the owner is bound too, for this alone not
alter table matter no force row level security;
alter table matter_file no force row level security;
update matter_file f set opened_on = (m.opened_at at time zone 'UTC')::date from matter m where m.matter_id = f.matter_id;
alter table matter force row level security;
alter table matter_file force row level security;

drop index matter_file_unpaid;
create index matter_file_unpaid on matter_file (organisation_id, opened_on, matter_id) where ordered > coalesce(paid, 0);
