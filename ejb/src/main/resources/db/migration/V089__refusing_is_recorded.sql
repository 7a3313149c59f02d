-- She said no: recorded without a reason, so that she is not asked again and again. It opens nothing, ends nothing and blocks nothing.

create table consent_refusal (
  refusal_id      uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  purpose         text not null,
  said_at         timestamptz not null,
  recorded_by     uuid not null references worker
);
comment on table consent_refusal is 'That she did not agree to share with an organisation; category referrals, as all consents';
create index consent_refusal_case on consent_refusal (case_id);
alter table consent_refusal enable row level security, force row level security;
create policy by_function on consent_refusal to alongside_gatekeeper using (true) with check (true);
create policy granted on consent_refusal for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy written on consent_refusal for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and may('write', case_id, 2048) and leads(case_id));
grant select, insert on consent_refusal to alongside_app;
create trigger only_while_open before insert on consent_refusal for each row execute function only_while_open();
create trigger told after insert on consent_refusal for each row execute function tell_lead();
