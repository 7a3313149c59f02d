-- What she was told, once for all kinds: that there is a time to recover and think, that she can claim what was done to her, that she is not punished
-- for what she was made to do, that a lawyer costs her nothing. One row a telling, none ever changed. Nothing hangs on it: it is said to her so that
-- she can choose. The rights that a house explains to whoever moves in stay with the house (rules_told).

create table information_due (
  kind        text primary key,
  position    smallint not null unique,
  of_adults   boolean not null,
  of_children boolean not null
);
comment on table information_due is 'What everybody is told, and of whom it is missed: data of the programme, with words in the code list information_kind; a kind left out is told and never missed';
comment on column information_due.of_children is 'SOP, children: a protection measure instead of a time to recover and think';
insert into information_due (kind, position, of_adults, of_children) values
  ('RECOVERY_PERIOD', 1, true, false),
  ('NON_PUNISHMENT',  2, true, true),
  ('LEGAL_AID',       3, true, true),
  ('COMPENSATION',    4, true, true);
grant select on information_due to alongside_app, alongside_gatekeeper;

create table information_given (
  information_id uuid primary key,
  case_id        uuid not null references case_file,
  kind           text not null,
  told_on        date not null,
  language       text not null,
  ways           text[] not null check (cardinality(ways) between 1 and 4),
  told_by        text not null,
  noted_at       timestamptz not null,
  noted_by       uuid not null references worker,
  check (told_on <= (noted_at at time zone 'UTC')::date + 1)
);
comment on table information_given is 'What she was told, on which day, in which language, how and by whom; category referrals, as all that is talked about with her before she agrees; the lead''s alone';
comment on column information_given.ways is 'How, codes of information_way: several of them where several were used';
comment on column information_given.told_by is 'Code of information_teller; WE: who noted it';
create index information_given_of on information_given (case_id, kind, told_on desc, noted_at desc);

alter table information_given enable row level security, force row level security;
create policy by_function on information_given to alongside_gatekeeper using (true) with check (true);
create policy granted on information_given for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy written on information_given for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and (select caller_is('CW'))
  and may('write', case_id, 2048) and leads(case_id));
grant select, insert on information_given to alongside_app, alongside_gatekeeper;
create trigger only_while_open before insert on information_given for each row execute function only_while_open();
create trigger told after insert on information_given for each row execute function tell_lead();

-- who came as a child and is 18 by a birth date that nobody doubts is an adult; null: who asks may not know who she is
create function child_now(p_case uuid) returns boolean
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select m.child and (i.case_id is null or i.maybe_child or i.age_basis in ('PRESUMED_CHILD', 'ASSESSMENT_PENDING', 'ASSESSED_CHILD')
                      or i.birth_date is null or i.birth_date > (caller_now() at time zone 'UTC')::date - interval '18 years')
    from identity_minimum m left join identity i using (case_id) where m.case_id = p_case
$$;
revoke all on function child_now(uuid) from public;
grant execute on function child_now(uuid) to alongside_app, alongside_gatekeeper;
