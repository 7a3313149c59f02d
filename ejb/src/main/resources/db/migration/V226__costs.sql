-- What a matter costs, who bears it, and whether it came back: privileged as the rest of the lawyer's file. With what was paid to her it says what she
-- really has in her hand. What was written down by mistake is taken back and stays.

create table matter_cost (
  cost_id         uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  kind            text not null,
  amount          numeric(12, 2) not null check (amount > 0),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  spent_on        date not null,
  bearer          text not null,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  refunded_on     date,
  withdrawn_at    timestamptz,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check (spent_on <= (noted_at at time zone 'UTC')::date + 1),
  check (refunded_on >= spent_on),
  check (refunded_on is null or withdrawn_at is null)
);
comment on table matter_cost is 'What was spent on a matter, on what, and who bears it: privileged';
comment on column matter_cost.kind is 'Code of cost_kind';
comment on column matter_cost.bearer is 'Code of cost_bearer';
comment on column matter_cost.refunded_on is 'When whoever bore it got it back; null: not';
comment on column matter_cost.withdrawn_at is 'Since when it does not count: it was written down by mistake';
create index matter_cost_matter on matter_cost (matter_id, spent_on);
create index matter_cost_case on matter_cost (case_id);
alter table matter_cost enable row level security, force row level security;
create policy own on matter_cost for select to alongside_app using (keeps_matters(case_id, organisation_id));
create policy noted on matter_cost for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and refunded_on is null and withdrawn_at is null
  and organisation_id = (select caller_organisation()) and may('write', case_id, 128));
create policy turned on matter_cost for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 128) and refunded_on is null and withdrawn_at is null)
  with check (organisation_id = (select caller_organisation()) and (withdrawn_at is null or withdrawn_at = (select caller_now()))
              and (refunded_on is null or refunded_on <= ((select caller_now()) at time zone 'UTC')::date + 1));
grant select, insert on matter_cost to alongside_app;
grant update (refunded_on, withdrawn_at) on matter_cost to alongside_app;
create trigger only_while_open before insert on matter_cost for each row execute function only_while_open();

-- what was ordered and is not paid, for the list of the lawyers' work
create index matter_file_unpaid on matter_file (organisation_id, matter_id) where ordered > coalesce(paid, 0);
