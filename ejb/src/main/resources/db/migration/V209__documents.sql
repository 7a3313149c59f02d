-- Documents of a case (DOMAIN 7.2: * by document class). Two depths, two tables: that there is one, its class and title; and its versions, whose
-- contents lie in pieces that are encrypted with a key which is not in this database. A version is written once and never changed.

insert into setting_count (name, value, basis) values
  ('document-largest-megabytes', 20, 'design'),
  ('document-picture-megapixels', 60, 'design');

-- ---- what a class is (document_class.csv): to which kind of information it belongs, and for whom it is
create table document_class (
  class    text primary key,
  category smallint check (category between 0 and 12),
  basis    text not null
);
comment on table document_class is 'Code of document_class; category null: who brings it says to which kind of information it belongs';
create table document_reader (
  class     text not null references document_class,
  role_code text not null,
  category  smallint check (category between 0 and 12),
  depth     text not null check (depth in ('WHOLE', 'MINIMUM')),
  keeps     boolean not null,
  shared    boolean not null,
  primary key (class, role_code),
  check (depth = 'WHOLE' or not keeps)
);
comment on table document_reader is 'Which role reads documents of a class, by which kind of information that must be open to it; never by the role alone';
comment on column document_reader.category is 'Null: the one of the document';
comment on column document_reader.depth is 'MINIMUM: that it is there, its class and title';
comment on column document_reader.keeps is 'Whether the role brings such documents, where that kind is theirs to write';
comment on column document_reader.shared is 'Whether a grant opens it to another house; no: it stays with the house that keeps it';
insert into document_class (class, category, basis)
  select v.class, v.category, 'document_class.csv' from (values
    ('ID_DOC', 0), ('CONSENT_FORM', 11), ('PHOTO', 0), ('MEDICAL', 5), ('MEDICO_LEGAL', 5), ('PSYCH', 6), ('LEGAL_PRIVILEGED', 7), ('COURT', 7),
    ('POLICE', 8), ('AV_INTERVIEW', 8), ('BIA_BID', 10), ('CERTIFICATE', 10), ('HOUSING', 2), ('FINANCIAL', 10), ('OTHER', null)) v (class, category);
insert into document_reader (class, role_code, category, depth, keeps, shared)
  select v.class, v.role, coalesce(v.category, k.category), v.depth, v.keeps, v.shared from (values
    ('ID_DOC', 'CW', null, 'WHOLE', true, true), ('ID_DOC', 'SUP', null, 'WHOLE', false, true),
    ('CONSENT_FORM', 'CW', null, 'WHOLE', true, true), ('CONSENT_FORM', 'SUP', null, 'WHOLE', false, true),
    ('PHOTO', 'CW', null, 'WHOLE', true, true),
    ('MEDICAL', 'HLT', null, 'WHOLE', true, true),
    ('MEDICO_LEGAL', 'HLT', null, 'WHOLE', true, true), ('MEDICO_LEGAL', 'LAW', 7, 'WHOLE', true, true),
    ('PSYCH', 'COU', null, 'WHOLE', true, true),
    ('LEGAL_PRIVILEGED', 'LAW', null, 'WHOLE', true, false),
    ('COURT', 'LAW', null, 'WHOLE', true, true), ('COURT', 'CW', null, 'MINIMUM', false, true),
    ('POLICE', 'LEL', null, 'WHOLE', true, false),
    ('AV_INTERVIEW', 'LEL', null, 'WHOLE', true, false), ('AV_INTERVIEW', 'PRL', null, 'WHOLE', false, false),
    ('BIA_BID', 'CW', null, 'WHOLE', true, true), ('BIA_BID', 'SUP', null, 'WHOLE', false, true), ('BIA_BID', 'GRD', null, 'WHOLE', false, true),
    ('CERTIFICATE', 'CW', null, 'WHOLE', true, true),
    ('HOUSING', 'SHM', null, 'WHOLE', true, true),
    ('FINANCIAL', 'CW', null, 'WHOLE', true, true), ('FINANCIAL', 'SUP', null, 'WHOLE', false, true),
    ('OTHER', 'CW', null, 'WHOLE', true, true)) v (class, role, category, depth, keeps, shared)
    join document_class k using (class);
grant select on document_class, document_reader to alongside_app, alongside_gatekeeper;

-- ---- the documents
create table document (
  document_id     uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  class           text not null references document_class,
  category        smallint not null references data_category,
  matter_id       uuid references matter,
  title           text not null check (length(title) between 1 and 120),
  latest          int not null default 1 check (latest >= 1),
  brought_at      timestamptz not null,
  brought_by      uuid not null references worker,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid references worker,
  withdrawn_for   text,
  version         int not null default 0,
  unique (document_id, case_id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_for is null))
);
comment on table document is 'That there is a document, of which class, and its title, which says nothing personal: the minimum';
comment on column document.category is 'The kind of information it belongs to';
comment on column document.withdrawn_for is 'Code of document_withdrawal; from then on it opens to nobody';
create index document_case on document (case_id);
create index document_matter on document (matter_id) where matter_id is not null;

create table document_version (
  document_id   uuid not null,
  number        int not null check (number >= 1),
  case_id       uuid not null,
  reason        text,
  type          text not null,
  bytes         bigint not null check (bytes > 0),
  sha256        bytea not null check (length(sha256) = 32),
  handed_sha256 bytea not null check (length(handed_sha256) = 32),
  scan          text not null check (scan in ('CLEAN', 'NOT_SCANNED')),
  key_name      text not null,
  sealed_key    bytea not null,
  recorded_at   timestamptz not null,
  recorded_by   uuid not null references worker,
  primary key (document_id, number),
  foreign key (document_id, case_id) references document (document_id, case_id),
  check ((number = 1) = (reason is null))
);
comment on table document_version is 'A document as it was handed in at one time; written once. Whole';
comment on column document_version.reason is 'Why there is another one: code of document_version_reason';
comment on column document_version.sha256 is 'Of what is kept';
comment on column document_version.handed_sha256 is 'Of what was handed in; another one where something was taken out of a picture';
comment on column document_version.scan is 'Whether a virus scanner looked at it before it was kept';
comment on column document_version.key_name is 'Which key of the installation opens sealed_key';
create index document_version_case on document_version (case_id);

create table document_piece (
  document_id uuid not null,
  number      int not null,
  position    int not null check (position >= 0),
  case_id     uuid not null,
  content     bytea not null,
  primary key (document_id, number, position),
  foreign key (document_id, number) references document_version (document_id, number)
);
comment on table document_piece is 'What stands in a version, encrypted, piece by piece';
alter table document_piece alter column content set storage external;
create index document_piece_case on document_piece (case_id);

-- ---- how far a document is the caller's: 0 not at all, 1 that it is there, 2 whole. What others brought needs documents and its own kind of
-- information open; a house goes on reading what it brought for as long as it works on that kind
create function document_depth(p_case uuid, p_class text, p_category smallint, p_organisation uuid) returns int
language plpgsql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r document_reader; b int; found int := 0;
begin
  for r in select * from document_reader d where d.class = p_class and d.role_code = any (caller_roles()) loop
    b := 1 << coalesce(r.category, p_category);
    if p_organisation = caller_organisation() and knows(p_case, b)
       or r.shared and may('read', p_case, 4096) and may(case r.depth when 'WHOLE' then 'read' else 'min' end, p_case, b) then
      found := greatest(found, case r.depth when 'WHOLE' then 2 else 1 end);
    end if;
  end loop;
  return found;
end $$;

-- whether the caller brings such documents; what belongs to no fixed kind is never a counsellor's or the police's
create function document_keeps(p_case uuid, p_class text, p_category smallint) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from document_reader r join document_class k using (class)
                  where r.class = p_class and r.keeps and r.role_code = any (caller_roles())
                    and case when k.category is null then p_category between 0 and 11 and p_category not in (6, 8) else p_category = k.category end
                    and may('write', p_case, 1 << coalesce(r.category, p_category)))
$$;

do $$ declare t text; begin
  foreach t in array array['document', 'document_version', 'document_piece'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
  end loop;
end $$;
grant update (title, latest, withdrawn_at, withdrawn_by, withdrawn_for, version) on document to alongside_app;

create policy known on document for select to alongside_app using (document_depth(case_id, class, category, organisation_id) >= 1);
create policy brought on document for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and brought_by = (select caller_worker()) and brought_at = (select caller_now())
  and withdrawn_at is null and latest = 1 and document_keeps(case_id, class, category)
  and (matter_id is null or exists (select from matter m where m.matter_id = document.matter_id and m.case_id = document.case_id
                                                            and m.organisation_id = (select caller_organisation()))));
create policy kept on document for update to alongside_app using (
  (organisation_id = (select caller_organisation()) or leads(case_id)) and document_keeps(case_id, class, category)
  and document_depth(case_id, class, category, organisation_id) = 2);

create policy whole on document_version for select to alongside_app using (
  exists (select from document d where d.document_id = document_version.document_id
                                   and document_depth(d.case_id, d.class, d.category, d.organisation_id) = 2));
create policy written on document_version for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and exists (select from document d where d.document_id = document_version.document_id and d.case_id = document_version.case_id
                and d.withdrawn_at is null and d.latest = document_version.number
                and (d.organisation_id = (select caller_organisation()) or leads(d.case_id))
                and document_keeps(d.case_id, d.class, d.category)));

-- what was withdrawn opens to nobody
create policy whole on document_piece for select to alongside_app using (
  exists (select from document d where d.document_id = document_piece.document_id and d.withdrawn_at is null
                                   and document_depth(d.case_id, d.class, d.category, d.organisation_id) = 2));
create policy written on document_piece for insert to alongside_app with check (
  exists (select from document_version v where v.document_id = document_piece.document_id and v.number = document_piece.number
            and v.case_id = document_piece.case_id and v.recorded_by = (select caller_worker()) and v.recorded_at = (select caller_now())));

-- ---- a title changes, a number goes up by one, it is withdrawn once: nothing else ever happens to a document
create function document_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is null then
    return new;
  end if;
  if old.withdrawn_at is not null or new.latest not in (old.latest, old.latest + 1) or new.version <> old.version + 1
     or new.withdrawn_at is not null and (new.withdrawn_at <> caller_now() or new.withdrawn_by <> caller_worker()
                                          or new.latest <> old.latest or new.title <> old.title) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before update on document for each row execute function document_goes();

-- a document without what stands in it is none: when the transaction ends each version that it counts is there, with its first piece
create function document_whole() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if (select count(*) from document_version v
       where v.document_id = new.document_id
         and exists (select from document_piece p where p.document_id = v.document_id and p.number = v.number and p.position = 0)) <> new.latest then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return null;
end $$;
create constraint trigger whole after insert or update of latest on document deferrable initially deferred
  for each row execute function document_whole();

create trigger only_while_open before insert on document for each row execute function only_while_open();
create trigger only_while_open before insert on document_version for each row execute function only_while_open();
create trigger told after insert or update on document for each row execute function tell_lead('organisation_id');

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['document_depth(uuid, text, smallint, uuid)', 'document_keeps(uuid, text, smallint)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
alter function document_whole() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function document_goes(), document_whole() from public;
