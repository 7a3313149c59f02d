-- The roles of Alongside and what they may do with its database. Run as a superuser, connected to that database;
-- running it again changes nothing. Passwords are set apart from this file.
--
--   alongside_owner       owns schemas and tables; used by migrations only
--   alongside_gatekeeper  owns the functions that look behind row security; nobody signs in as it
--   alongside_app         the application and the process engine: data rights only, bound by row security
do $$
declare
  role_name text;
begin
  foreach role_name in array array['alongside_owner', 'alongside_gatekeeper', 'alongside_app'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
  end loop;
end $$;

alter role alongside_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
alter role alongside_gatekeeper nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
alter role alongside_app login noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

-- the owner may hand functions over to the gatekeeper
grant alongside_gatekeeper to alongside_owner;

do $$
begin
  execute format('alter database %I owner to alongside_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to alongside_app', current_database());
  execute format('alter database %I set timezone to %L', current_database(), 'UTC');
end $$;

revoke all on schema public from public;
