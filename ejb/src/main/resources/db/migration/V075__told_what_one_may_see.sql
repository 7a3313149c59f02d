-- A page that is told of a change and shows none tells its reader that something is kept from them: police would know the moment at
-- which a shelter is asked. What only the lead reads is told to the lead alone, a consent to its recipient too, and who takes on what
-- she needs at a hearing to who took it: to others the hearing itself says that it is arranged.

create function tell_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  perform pg_notify('alongside', 'case ' || f.case_id || ' -1 ' || coalesce(r ->> tg_argv[0], f.lead_organisation_id::text))
     from case_file f where f.case_id = (r ->> 'case_id')::uuid;
  return null;
end $$;
comment on function tell_lead() is 'Its argument, if any: the column of the one other organisation that reads the row';

do $$ declare t text; begin
  foreach t in array array['closing', 'case_reopening', 'contact_attempt', 'child_notification', 'record_to_keep', 'record_change',
                           'conflict_declaration'] loop
    execute format('drop trigger told on %I', t);
    execute format('create trigger told after insert or update or delete on %I for each row execute function tell_lead()', t);
  end loop;
end $$;
drop trigger told on consent;
create trigger told after insert or update or delete on consent
  for each row execute function tell_lead('recipient_organisation_id');
drop trigger told on hearing_support;
create trigger told after insert or update or delete on hearing_support
  for each row execute function tell_lead('organisation_id');

-- of the header others see where it stands and who leads; its next date is the lead's own
drop trigger told on case_file;
create trigger told after insert or delete on case_file for each row execute function tell_case('-1');
create trigger told_of_header after update on case_file for each row
  when ((old.status, old.episode_no, old.lead_organisation_id, old.lead_team_id, old.lead_worker_id)
        is distinct from (new.status, new.episode_no, new.lead_organisation_id, new.lead_team_id, new.lead_worker_id))
  execute function tell_case('-1');
create trigger told_to_lead after update on case_file for each row
  when ((old.status, old.episode_no, old.lead_organisation_id, old.lead_team_id, old.lead_worker_id)
        is not distinct from (new.status, new.episode_no, new.lead_organisation_id, new.lead_team_id, new.lead_worker_id))
  execute function tell_lead();

grant create on schema alongside to alongside_gatekeeper;
alter function tell_lead() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function tell_lead() from public;
