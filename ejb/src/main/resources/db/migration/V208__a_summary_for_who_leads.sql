-- The team of her case sees attendance and a summary that she agreed to (DOMAIN 0.7), while the matrix opens counselling to who leads by its existence
-- alone: so what she agreed that they know is a row of the plan of her care, made by trigger when she agrees, gone for them when she agrees no more.
alter table session_summary add column for_lead boolean not null default false;
comment on column session_summary.for_lead is 'Whether she agreed that who leads her case reads it, too';

create table summary_for_lead (
  summary_id           uuid primary key references session_summary,
  session_id           uuid not null,
  case_id              uuid not null references case_file,
  organisation_id      uuid not null references organisation,
  lead_organisation_id uuid not null references organisation,
  author_id            uuid not null references worker,
  words                text not null check (length(words) between 1 and 2000),
  agreed_on            date not null,
  taken_back_at        timestamptz
);
comment on table summary_for_lead is 'A summary of a session that she agreed should be read by who leads her case, by the house that led when she agreed. Category care plan and goals';
create unique index summary_for_lead_now on summary_for_lead (session_id) where taken_back_at is null;
create index summary_for_lead_case on summary_for_lead (case_id) where taken_back_at is null;

alter table summary_for_lead enable row level security, force row level security;
grant select, insert, update on summary_for_lead to alongside_gatekeeper;
grant select, update (taken_back_at) on summary_for_lead to alongside_app;
create policy by_function on summary_for_lead to alongside_gatekeeper using (true) with check (true);
-- she agreed to a house that she knew: who takes over the lead asks her anew
create policy agreed on summary_for_lead for select to alongside_app using (
  lead_organisation_id = (select caller_organisation()) and (select caller_is('CW')) and leads(case_id) and may('read', case_id, 1024));
create policy taken_back on summary_for_lead for update to alongside_app
  using (lead_organisation_id = (select caller_organisation()) and (select caller_is('CW')) and leads(case_id) and may('write', case_id, 1024)
         and taken_back_at is null)
  with check (taken_back_at = (select caller_now()));

create function summary_reaches_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into summary_for_lead (summary_id, session_id, case_id, organisation_id, lead_organisation_id, author_id, words, agreed_on)
      select new.summary_id, new.session_id, new.case_id, new.organisation_id, f.lead_organisation_id, new.author_id, new.words, new.agreed_on
        from case_file f where f.case_id = new.case_id;
  else
    update summary_for_lead set taken_back_at = new.taken_back_at where summary_id = new.summary_id and taken_back_at is null;
  end if;
  return null;
end $$;
grant create on schema alongside to alongside_gatekeeper;
alter function summary_reaches_lead() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function summary_reaches_lead() from public;
create trigger reaches_lead after insert or update of taken_back_at on session_summary for each row
  when (new.for_lead) execute function summary_reaches_lead();
create trigger told after insert or update on summary_for_lead for each row execute function tell_case('1024');
