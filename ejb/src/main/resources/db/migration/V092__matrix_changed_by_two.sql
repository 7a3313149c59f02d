-- What each role may make of each kind of information is data of the house: one administrator proposes to change one cell of
-- it, another confirms, and every version stays. Nobody, not even two of them, opens what the fences close.

create table matrix_bound (
  role_code text     not null,
  category  smallint not null check (category between 0 and 13),
  allowed   text     not null,
  primary key (role_code, category)
);
comment on table matrix_bound is 'The fence around role_category: which letters a cell may ever have, besides - (DOMAIN 0 and 7.3, ACCESS 7)';

insert into matrix_bound (role_code, category, allowed)
select r.role_code, b.category, coalesce(b.letters[r.at], '')
  from (values
    --   CW        SUP      SHS      SHM      COU      HLT      LAW      LEL      PRL    GRD    NRM    ANL  DPO ADM SUR
    ( 0, '{FRMCE,  RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    CE,      CE,    RMCE,  CE,    "",  L, "", S}'),
    ( 1, '{FRMCE,  RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    "",      "",    RMCE,  MCE,   "",  L, "", S}'),
    ( 2, '{ME,     ME,      FRWMCE,  FRWMCE,  E,       E,       E,       "",      "",    CE,    E,     A,   L, "", S}'),
    ( 3, '{FRMCE,  RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    CE,      CE,    RMCE,  RMCE,  A,   L, "", S}'),
    ( 4, '{FRMCE,  RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    CE,      CE,    RMCE,  CE,    A,   L, "", S}'),
    ( 5, '{RMCE,   RMCE,    RMCE,    RMCE,    RMCE,    FRWMCE,  RMCE,    "",      "",    RMCE,  CE,    A,   L, "", S}'),
    ( 6, '{E,      E,       E,       E,       FRWMCE,  CE,      E,       "",      "",    E,     "",    "",  L, "", S}'),
    ( 7, '{ME,     ME,      ME,      ME,      ME,      ME,      FRWMCE,  ME,      WME,   RMCE,  ME,    A,   L, "", S}'),
    ( 8, '{"",     "",      "",      ME,      "",      "",      CE,      FRWMCE,  CE,    "",    ME,    "",  L, "", ""}'),
    ( 9, '{FRMCE,  RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    RMCE,    CE,      CE,    RMCE,  RMCE,  A,   L, "", S}'),
    (10, '{FRWMCE, RMCE,    RWMCE,   RWMCE,   RWMCE,   RWMCE,   RWMCE,   "",      "",    RMCE,  RMCE,  A,   L, "", S}'),
    (11, '{FRWMCE, RMCE,    FRWMCE,  FRWMCE,  FRWMCE,  FRWMCE,  FRWMCE,  WE,      WE,    RMCE,  RMCE,  A,   L, "", S}'),
    (12, '{*,      *,       *,       *,       *,       *,       *,       *,       *,     *,     *,     "",  L, "", *}'),
    (13, '{A,      A,       A,       A,       A,       A,       A,       A,       A,     A,     A,     AP,  A, A,  A}')
  ) v (category, cells)
 cross join lateral (select v.category::smallint, v.cells::text[] letters) b
 cross join lateral unnest(array['CW','SUP','SHS','SHM','COU','HLT','LAW','LEL','PRL','GRD','NRM','ANL','DPO','ADM','SUR'])
   with ordinality r (role_code, at);

create function matrix_allows(p_role text, p_category smallint, p_access text) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select p_access = '-' or length(p_access) = 1 and exists (
    select from matrix_bound b where b.role_code = p_role and b.category = p_category and strpos(b.allowed, p_access) > 0)
$$;

-- whatever writes a cell, a later version of the product included
create function matrix_fence() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not matrix_allows(new.role_code, new.category, new.access) then
    raise exception 'beyond the fence' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger fenced before insert or update on role_category for each row execute function matrix_fence();

create table matrix_version (
  only_row boolean primary key default true check (only_row),
  version  int not null default 1
);
insert into matrix_version default values;
comment on table matrix_version is 'How often the matrix was changed; 1 as it was delivered. Its row is the queue of those who confirm';

create table matrix_change (
  change_id    uuid primary key,
  role_code    text not null,
  category     smallint not null references data_category,
  before       text not null,
  after        text not null,
  reason       text not null check (length(reason) between 1 and 500),
  proposed_by  uuid not null references worker,
  proposed_at  timestamptz not null,
  decided_by   uuid references worker,
  confirmed_at timestamptz,
  refused_at   timestamptz,
  version      int unique,
  foreign key (role_code, category) references role_category,
  check (before <> after),
  check ((decided_by is null) = (confirmed_at is null and refused_at is null)),
  check (confirmed_at is null or refused_at is null),
  check ((confirmed_at is null) = (version is null)),
  check (confirmed_at is null or decided_by <> proposed_by)
);
comment on table matrix_change is 'One cell of the matrix, before and after: proposed by one administrator, confirmed or refused by another; every version is kept';
create unique index matrix_change_waiting on matrix_change (role_code, category) where decided_by is null;
create index matrix_change_proposed on matrix_change (proposed_at desc);

create function matrix_decide(p_change uuid, p_confirm boolean) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c matrix_change; v int;
begin
  if not caller_is('ADM') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into c from matrix_change where change_id = p_change for update;
  if not found or p_confirm and c.proposed_by = caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if c.decided_by is not null then
    return 'DECIDED';
  end if;
  if p_confirm then
    update matrix_version set version = version + 1 returning version into v;
    update role_category set access = c.after
     where role_code = c.role_code and category = c.category and access = c.before;
    if not found then
      raise exception 'not what it was' using errcode = '40001';
    end if;
  end if;
  update matrix_change
     set decided_by = caller_worker(), version = v,
         confirmed_at = case when p_confirm then caller_now() end, refused_at = case when not p_confirm then caller_now() end
   where change_id = p_change;
  return 'DONE';
end $$;

alter table matrix_change enable row level security, force row level security;
create policy by_function on matrix_change to alongside_gatekeeper using (true) with check (true);
create policy overseers on matrix_change for select to alongside_app using (
  (select caller_is('ADM')) or (select caller_is('DPO')));
create policy proposed on matrix_change for insert to alongside_app with check (
  (select caller_is('ADM')) and proposed_by = (select caller_worker()) and decided_by is null
  and matrix_allows(role_code, category, after)
  and before = (select k.access from role_category k where k.role_code = matrix_change.role_code and k.category = matrix_change.category));

grant select on matrix_bound to alongside_app, alongside_gatekeeper;
grant select on matrix_version to alongside_app;
grant select, update on matrix_version to alongside_gatekeeper;
grant select, insert on matrix_change to alongside_app;
grant select, update on matrix_change to alongside_gatekeeper;
grant update (access) on role_category to alongside_gatekeeper;

grant create on schema alongside to alongside_gatekeeper;
alter function matrix_decide(uuid, boolean) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function matrix_decide(uuid, boolean), matrix_allows(text, smallint, text), matrix_fence() from public;
grant execute on function matrix_decide(uuid, boolean) to alongside_app;
grant execute on function matrix_allows(text, smallint, text) to alongside_app, alongside_gatekeeper;
