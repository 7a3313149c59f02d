-- A suspended organisation stays every administrator's to describe, and each suspends in their own name. A policy does not see
-- what stood there before: it held the administrator who changes a name for the one who had suspended.
alter policy changed on organisation with check (true);

create function suspended_by_caller() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and new.suspended_at is not null
     and (new.suspended_at, new.suspended_by) is distinct from (old.suspended_at, old.suspended_by)
     and new.suspended_by is distinct from caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger suspended_by_caller before update of suspended_at, suspended_by on organisation
  for each row execute function suspended_by_caller();
revoke all on function suspended_by_caller() from public;
