-- How much was done without her agreement of which nobody has told her yet, as far as the caller may know of it: disclosures that were made,
-- and files that were opened in an emergency. Who closes her file weighs it.
create function untold(p_case uuid) returns int
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select ((select count(*) from disclosure d where d.case_id = p_case and d.recorded_at is not null and d.told_at is null)
          + (select count(*) from emergency_file e where e.case_id = p_case and e.told_at is null))::int
$$;
revoke all on function untold(uuid) from public;
grant execute on function untold(uuid) to alongside_app;
