-- How full houses are, for coordinators: of nights that are over, and of houses with so many beds that nobody is told by it. A counter that
-- is asked tonight, again and again, tells the hour at which somebody moves in; and a house with one bed is a person.

create table setting_count (
  name  text primary key,
  value int not null check (value >= 0),
  basis text not null
);
comment on table setting_count is 'Numbers that are design choices or known from practice, and so configuration and not code; periods are in setting';
insert into setting_count (name, value, basis) values ('occupancy-told-from-beds', 5, 'design: the least cell that is told, sdc_rules');
grant select on setting_count to alongside_app, alongside_gatekeeper;

-- the days by which a night came to be what it was are nobody's but the house's
drop policy coordinated on night_change;

-- the last night that is over for a coordinator, in the days of every house: one that still runs anywhere is not told
create function last_night_over() returns date
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select min((caller_now() at time zone f.zone)::date) - 1 from facility f where f.closed_at is null and coordinates()
$$;

-- for a coordinator: each house with enough beds by its code name; smaller ones in one line without a name, with the smallest of the others
-- where they alone are not enough; and nothing where all are not
create function nights_told(p_night date) returns table (facility_id uuid, code_name text, houses bigint, lived_in bigint, usable bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with least as (select value from setting_count where name = 'occupancy-told-from-beds'),
       counted as (
         select f.facility_id, f.code_name,
                (select count(*) from bed b where b.facility_id = f.facility_id and b.removed_at is null) beds,
                coalesce(sum(n.lived_in), 0) lived_in, coalesce(sum(n.usable), 0) usable
           from facility f left join night_change n on n.facility_id = f.facility_id and n.night <= p_night
          where f.closed_at is null and coordinates() and p_night <= last_night_over()
          group by f.facility_id, f.code_name),
       ranked as (
         select c.*, coalesce(sum(c.beds) over (order by c.beds, c.facility_id rows between unbounded preceding and 1 preceding), 0) smaller,
                min(c.beds) over () least_beds
           from counted c),
       said as (select r.*, r.beds < l.value or r.least_beds < l.value and r.smaller < l.value as folded from ranked r, least l)
  select s.facility_id, s.code_name, 1, s.lived_in, s.usable from said s where not s.folded
   union all
  select null, null, count(*), sum(s.lived_in), sum(s.usable) from said s, least l where s.folded group by l.value having sum(s.beds) >= l.value
$$;

-- whoever has the board before them is told when it changes: the house's own people. A coordinator who were told would know the hour
create or replace function told_of_board(p_organisation uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct w.worker_id
    from worker w join worker_role x using (worker_id) join organisation o using (organisation_id)
   where (select caller_is_system()) and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
     and w.organisation_id = p_organisation and x.role_code in ('SHS', 'SHM')
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['last_night_over()', 'nights_told(date)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function coordinates() to alongside_gatekeeper;
