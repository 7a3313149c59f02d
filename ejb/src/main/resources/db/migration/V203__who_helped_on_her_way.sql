-- Who helped on her way home: which kind, for papers, travel or reception, asked or confirmed. Kinds and never persons, and never what was told them.
create table reintegration_helper (
  reintegration_id uuid not null,
  case_id          uuid not null,
  step             text not null check (step in ('DOCUMENTS', 'TRAVEL', 'RECEPTION')),
  helper           text not null,
  answer           text not null check (answer in ('ASKED', 'CONFIRMED', 'DECLINED')),
  said_on          date not null,
  noted_at         timestamptz not null,
  noted_by         uuid not null references worker,
  primary key (reintegration_id, step, helper, noted_at),
  foreign key (reintegration_id, case_id) references reintegration (reintegration_id, case_id),
  check (said_on <= (noted_at at time zone 'UTC')::date)
);
comment on table reintegration_helper is 'Which kind of authority or body was asked to help with what of her way, and what it answered; the newest of each counts. Category referrals, the lead''s alone';
comment on column reintegration_helper.helper is 'Code of return_helper';
create index reintegration_helper_case on reintegration_helper (case_id);

alter table reintegration_helper enable row level security, force row level security;
create policy by_function on reintegration_helper to alongside_gatekeeper using (true) with check (true);
create policy lead on reintegration_helper for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy noted on reintegration_helper for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and reintegration_led(reintegration_id)
  and exists (select from reintegration r where r.reintegration_id = reintegration_helper.reintegration_id and r.return_type <> 'LOCAL_INTEGRATION'));
grant select, insert on reintegration_helper to alongside_app;
grant select on reintegration_helper to alongside_gatekeeper;
create trigger only_while_open before insert on reintegration_helper for each row execute function only_while_open();
create trigger told after insert on reintegration_helper for each row execute function tell_lead();
