-- That she spoke with the house herself before she came: on a day, or it was offered and she did not want to, or it was not possible. Never what was said.
create table placement_spoken (
  placement_id    uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  answer          text not null check (answer in ('SPOKE', 'NOT_WANTED', 'NOT_POSSIBLE')),
  said_on         date not null,
  why             text,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  primary key (placement_id, noted_at, noted_by),
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id),
  check ((why is not null) = (answer = 'NOT_POSSIBLE')),
  check (said_on <= (noted_at at time zone 'UTC')::date)
);
comment on table placement_spoken is 'Whether she spoke with the house before she came, the newest counts; never what was said. Category her safe place, of it what who leads and the house must know';
comment on column placement_spoken.said_on is 'On which day she spoke with them, it was offered, or it was found not to be possible';
comment on column placement_spoken.why is 'Why it was not possible, code of not_spoken_reason';
create index placement_spoken_case on placement_spoken (case_id);

alter table placement_spoken enable row level security, force row level security;
create policy by_function on placement_spoken to alongside_gatekeeper using (true) with check (true);
create policy known on placement_spoken for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));
create policy noted on placement_spoken for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now())
  and (places(case_id, organisation_id) or leads(case_id) and may('min', case_id, 4) and (select caller_is('CW', 'SUP')))
  and exists (select from placement_minimum m where m.placement_id = placement_spoken.placement_id and m.case_id = placement_spoken.case_id
                 and m.organisation_id = placement_spoken.organisation_id and m.status not in ('DECLINED_BY_SHELTER', 'DECLINED_BY_SURVIVOR', 'MOVED', 'ENDED')
                 and (m.admitted_at is null or said_on <= (m.admitted_at at time zone 'UTC')::date)));
grant select, insert on placement_spoken to alongside_app;
grant select on placement_spoken to alongside_gatekeeper;
create trigger only_while_open before insert on placement_spoken for each row execute function only_while_open();
create trigger told after insert on placement_spoken for each row execute function tell_lead('organisation_id');
