-- On what her name rests: her own word, a document that was seen, an authority that confirmed it, or nobody knows; and which authority was asked and what
-- it answered. None is ever changed: the newest counts, and counts for the name of that time.
create table name_basis (
  case_id      uuid not null references case_file,
  basis        text not null check (basis in ('OWN_WORD', 'DOCUMENT_SEEN', 'CONFIRMED', 'UNKNOWN')),
  name_version int not null,
  noted_at     timestamptz not null,
  noted_by     uuid not null references worker,
  primary key (case_id, noted_at, noted_by)
);
comment on table name_basis is 'On what her name rests; category identity, the lead''s alone';
comment on column name_basis.name_version is 'Version of identity_minimum: a name that was changed since rests on it no more';

create table identity_inquiry (
  case_id   uuid not null references case_file,
  authority text not null,
  answer    text not null check (answer in ('ASKED', 'CONFIRMED', 'OTHER_NAME', 'NOT_KNOWN')),
  said_on   date not null,
  noted_at  timestamptz not null,
  noted_by  uuid not null references worker,
  primary key (case_id, authority, noted_at, noted_by),
  check (said_on <= (noted_at at time zone 'UTC')::date)
);
comment on table identity_inquiry is 'Which kind of authority was asked who she is, and what it answered; kinds and never persons, and no name. Category identity, the lead''s alone';
comment on column identity_inquiry.authority is 'Code of identity_authority';

do $$ declare t text; begin
  foreach t in array array['name_basis', 'identity_inquiry'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy lead on %I for select to alongside_app using (may(''read'', case_id, 1) and leads(case_id))', t);
    execute format('create policy noted on %I for insert to alongside_app with check (
      noted_by = (select caller_worker()) and noted_at = (select caller_now()) and (select caller_is(''CW'')) and leads(case_id) and may(''write'', case_id, 1))', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
    execute format('create trigger told after insert on %I for each row execute function tell_lead()', t);
  end loop;
end $$;

-- that an authority confirmed it is its answer, and nobody's word
create policy by_its_answer on name_basis as restrictive for insert to alongside_app with check (
  basis <> 'CONFIRMED' or exists (select from identity_inquiry i where i.case_id = name_basis.case_id and i.answer = 'CONFIRMED' and i.noted_at = name_basis.noted_at));
