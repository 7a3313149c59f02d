-- Codes, partners and the people who work there. Nothing here is about a survivor; no row security is needed.

create table code (
  list      text not null,
  code      text not null,
  position  int  not null,
  primary key (list, code)
);
comment on table code is 'Values of the code lists; their words stand in the bundles of the web module';

create table data_category (
  category  smallint primary key check (category between 0 and 13),
  code      text not null unique
);
comment on table data_category is 'The fourteen kinds of information (DOMAIN 7.2); its number is its bit in a mask';

create table role_category (
  role_code text     not null,
  category  smallint not null references data_category,
  access    text     not null check (access in ('F','R','W','M','C','E','A','P','L','S','*','-')),
  primary key (role_code, category)
);
comment on table role_category is 'What a role may ever make of a category (access_matrix.csv); it opens nothing by itself';

create table service_role (
  service_type text not null,
  role_code    text not null,
  primary key (service_type, role_code)
);
comment on table service_role is 'Which roles give which service, and so what an accepting organisation may see at most';

create table organisation (
  organisation_id      uuid primary key,
  alias                text not null unique,
  name                 text not null check (length(name) between 1 and 120),
  type                 text not null,
  region               text not null,
  competent_authority  boolean not null default false,
  approves_every_referral boolean not null default false,
  vetted_at            timestamptz,
  agreement_until      date,
  suspended_at         timestamptz
);

create table team (
  team_id         uuid primary key,
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 120),
  reach           text not null check (reach in ('PERSON','SHIFT'))
);
comment on column team.reach is 'PERSON: the one assigned and the supervisors of the team; SHIFT: everybody of the shift';
create index team_of_organisation on team (organisation_id);

create table worker (
  worker_id       uuid primary key,
  subject         text not null unique,
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 120),
  kind            text not null default 'PERSON' check (kind in ('PERSON','SYSTEM')),
  locale          text not null default 'en',
  zone            text not null default 'Europe/Berlin',
  left_at         timestamptz
);
create index worker_of_organisation on worker (organisation_id);

create table team_member (
  team_id    uuid not null references team,
  worker_id  uuid not null references worker,
  supervises boolean not null default false,
  from_at    timestamptz not null,
  until_at   timestamptz,
  primary key (team_id, worker_id, from_at)
);
create index team_member_worker on team_member (worker_id);

create table service (
  service_id      uuid primary key,
  organisation_id uuid not null references organisation,
  team_id         uuid not null references team,
  service_type    text not null,
  name            text not null check (length(name) between 1 and 120),
  region          text not null,
  remote          boolean not null default false,
  for_children    boolean not null default false,
  min_age         smallint check (min_age between 0 and 120),
  max_age         smallint check (max_age between 0 and 120),
  sexes           text[] not null default '{}',
  languages       text[] not null default '{}',
  accessibility   text[] not null default '{}',
  capacity        text not null default 'UNKNOWN' check (capacity in ('PLACES','FEW','WAITING_LIST','FULL','UNKNOWN')),
  capacity_told_at timestamptz,
  withdrawn_at    timestamptz,
  check (min_age is null or max_age is null or min_age <= max_age)
);
comment on column service.sexes is 'sex_recorded codes it is for; empty: everybody';
comment on column service.capacity is 'A band, never a number of beds: shelters are not counted from outside';
create index service_by_need on service (service_type, region) where withdrawn_at is null;

create table setting (
  name  text primary key,
  value interval not null,
  basis text not null
);
comment on table setting is 'Periods that are design choices or known from practice, and so configuration and not code';
insert into setting (name, value, basis) values
  ('first-contact-within', '24 hours', 'DL26'),
  ('waiting-list-review-after', '3 days', 'REFERRAL WAITLISTED'),
  ('safety-check-within', '24 hours', 'REFERRAL NO_SHOW'),
  ('readable-after-completion', '30 days', 'DOMAIN 5.3'),
  ('emergency-review-within', '24 hours', 'design'),
  ('consent-usual', '90 days', 'DL22'),
  ('consent-longest', '366 days', 'DL22'),
  ('anonymous-contact-kept', '30 days', 'DOMAIN P1');

create table clock (
  only_row boolean primary key default true check (only_row),
  ahead    interval not null default interval '0'
);
insert into clock default values;
comment on table clock is 'How far the one clock is ahead of the machine; moved in demo and tests only';

grant usage on schema alongside to alongside_app, alongside_gatekeeper;
grant select on code, data_category, role_category, service_role, organisation, team, worker, team_member, service, setting, clock
  to alongside_app, alongside_gatekeeper;
grant update (ahead) on clock to alongside_app;
