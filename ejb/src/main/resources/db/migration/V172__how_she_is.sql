-- How she is, measured by scales that are data (DOMAIN 8.10): at the beginning, each quarter, at the end, and three, six and twelve months after. A scale
-- has a version, a language, a range for every question, a licence and where that stands. What she answered is for who asked her; the sum is for
-- who leads where she says so. No scale for adults is put to a child. What must alarm raises an alert that says nothing of it.

create table scale (
  scale_id      uuid primary key,
  code          text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  version       text not null check (length(version) between 1 and 40),
  language      text not null,
  name          text not null check (length(name) between 1 and 120),
  introduction  text not null check (length(introduction) between 1 and 600),
  adults_only   boolean not null,
  higher_better boolean not null,
  licence       text not null check (length(licence) between 1 and 600),
  source        text not null check (length(source) between 1 and 600),
  added_at      timestamptz not null,
  added_by      uuid references worker,
  retired_at    timestamptz,
  unique (code, version, language)
);
comment on table scale is 'A scale in one language: a translation is a scale of its own, since it is to be tested as one; no survivor stands in it';
comment on column scale.added_by is 'Null: it came with the product';
create table scale_item (
  scale_id    uuid not null references scale,
  position    int not null check (position between 1 and 60),
  words       text not null check (length(words) between 1 and 400),
  least       int not null,
  most        int not null check (most > least and most - least <= 100),
  alarm_from  int check (alarm_from between least and most),
  primary key (scale_id, position)
);
comment on column scale_item.alarm_from is 'From which answer on somebody is to be alarmed; null: never';
create table scale_answer (
  scale_id  uuid not null references scale,
  value     int not null,
  words     text not null check (length(words) between 1 and 120),
  primary key (scale_id, value)
);
comment on table scale_answer is 'What a value means, for every question alike';
create table scale_band (
  scale_id  uuid not null references scale,
  band      int not null check (band between 1 and 12),
  from_score int not null,
  until_score int not null check (until_score >= from_score),
  words     text not null check (length(words) between 1 and 120),
  primary key (scale_id, band)
);
comment on table scale_band is 'What a sum means; counted by these';
grant select on scale, scale_item, scale_answer, scale_band to alongside_app, alongside_gatekeeper;
grant insert on scale, scale_item, scale_answer, scale_band to alongside_app;
grant update (retired_at) on scale to alongside_app;
do $$ declare t text; begin
  foreach t in array array['scale', 'scale_item', 'scale_answer', 'scale_band'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy known on %I for select to alongside_app using ((select caller_worker()) is not null)', t);
  end loop;
  foreach t in array array['scale_item', 'scale_answer', 'scale_band'] loop
    execute format('create policy added on %I for insert to alongside_app with check (
      (select caller_is(''ADM'')) and exists (select from scale s where s.scale_id = %I.scale_id and s.added_by = (select caller_worker())
                                                                      and s.added_at = (select caller_now())))', t, t);
  end loop;
end $$;
create policy added on scale for insert to alongside_app with check (
  (select caller_is('ADM')) and added_by = (select caller_worker()) and added_at = (select caller_now()) and retired_at is null);
create policy retired on scale for update to alongside_app using ((select caller_is('ADM')) and retired_at is null)
  with check (retired_at = (select caller_now()));

create table measure (
  measure_id      uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  scale_id        uuid not null references scale,
  point           text not null,
  rater           text not null,
  measured_on     date not null,
  score           int not null,
  lead_may_know   boolean not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  unique (measure_id, case_id, organisation_id)
);
comment on table measure is 'One sum of one scale at one point, code of measure_point; never changed';
comment on column measure.lead_may_know is 'Whether she says that who leads may know the sum';
create index measure_case on measure (case_id, measured_on desc);
create index measure_counted on measure (organisation_id, scale_id, measured_on);
create table measure_answer (
  measure_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  position        int not null,
  value           int not null,
  primary key (measure_id, position),
  foreign key (measure_id, case_id, organisation_id) references measure (measure_id, case_id, organisation_id)
);
comment on table measure_answer is 'What she answered, question by question: for the house that asked her';
create index measure_answer_case on measure_answer (case_id);
do $$ declare t text; begin
  foreach t in array array['measure', 'measure_answer'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy known on measure for select to alongside_app using (
  lead_may_know and may('read', case_id, 1024) and (select caller_is('CW', 'SUP')) and leads(case_id)
  or organisation_id = (select caller_organisation()) and (select caller_is('CW', 'COU', 'HLT', 'SHS', 'SHM', 'LAW', 'SUP')) and knows(case_id, 1024));
-- whoever writes in the plan for that house, and nobody who only looks after them
create policy own on measure_answer for select to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 1024));
create trigger told after insert on measure for each row execute function tell_lead('organisation_id');
create trigger only_while_open before insert on measure for each row execute function only_while_open();

-- ---- all answers at once, each in its range, by who writes in her plan; answers whether one of them must alarm
create function measure_add(p_id uuid, p_case uuid, p_scale uuid, p_point text, p_rater text, p_on date, p_lead_may_know boolean, p_answers int[])
returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s scale; alarms boolean;
begin
  select * into s from scale where scale_id = p_scale and retired_at is null;
  if s.scale_id is null or not may('write', p_case, 1024) or p_on > caller_now()::date + 1
     or s.adults_only and coalesce((select m.child from identity_minimum m where m.case_id = p_case), true) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if cardinality(p_answers) is distinct from (select count(*)::int from scale_item i where i.scale_id = p_scale)
     or exists (select from scale_item i where i.scale_id = p_scale
                   and not coalesce(p_answers[i.position] between i.least and i.most, false)) then
    raise exception 'answered outside its range' using errcode = '23514';
  end if;
  insert into measure (measure_id, case_id, organisation_id, scale_id, point, rater, measured_on, score, lead_may_know, recorded_at, recorded_by)
    values (p_id, p_case, caller_organisation(), p_scale, p_point, p_rater, p_on, (select sum(a) from unnest(p_answers) a),
            p_lead_may_know or leads(p_case), caller_now(), caller_worker());
  insert into measure_answer (measure_id, case_id, organisation_id, position, value)
    select p_id, p_case, caller_organisation(), a.position, a.value from unnest(p_answers) with ordinality a (value, position);
  select exists (select from scale_item i where i.scale_id = p_scale and p_answers[i.position] >= i.alarm_from) into alarms;
  return alarms;
end $$;

-- whether a scale may be put to her: asked by who may know anything of her plan
create function scale_fits(p_scale uuid, p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select not (s.adults_only and coalesce((select m.child from identity_minimum m where m.case_id = p_case), true))
    from scale s where s.scale_id = p_scale and knows(p_case, 1024)
$$;

-- ---- counts for the programme: of one's own house, the newest of each person at each point. A cell of fewer people than are told is not told, nor is a
-- cell of none, and where one cell of a point is hidden the next smallest is hidden with it, and the sum with them; raw numbers do not leave here
insert into setting_count (name, value, basis) values ('outcomes-told-from-people', 5, 'sdc_rules: primary suppression inside the network');
create function outcome_counts(p_scale uuid, p_from date, p_until date) returns table (point text, band int, people int)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with least_told as (select value from setting_count where name = 'outcomes-told-from-people'),
       newest as (
         select distinct on (m.case_id, m.point) m.case_id, m.point, m.score
           from measure m
          where caller_is('SUP', 'SHM') and m.organisation_id = caller_organisation() and m.scale_id = p_scale
            and m.measured_on between p_from and p_until
          order by m.case_id, m.point, m.measured_on desc, m.recorded_at desc),
       cell as (
         select p.point, b.band, count(n.case_id)::int people
           from (select distinct newest.point from newest) p
           cross join scale_band b
           left join newest n on n.point = p.point and n.score between b.from_score and b.until_score
          where b.scale_id = p_scale group by p.point, b.band),
       hidden as (
         select c.*, c.people < l.value small, count(*) filter (where c.people < l.value) over (partition by c.point) smalls,
                sum(c.people) filter (where c.people < l.value) over (partition by c.point) in_small,
                row_number() over (partition by c.point order by c.people < l.value desc, c.people, c.band) nth
           from cell c cross join least_told l)
  select h.point, h.band,
         case when h.small then null
              -- one hidden cell, or several that together are still too few, would be told by what is left
              when (h.smalls = 1 or h.smalls > 1 and h.in_small < (select value from least_told)) and h.nth = h.smalls + 1 then null
              else h.people end
    from hidden h order by h.point, h.band
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['measure_add(uuid, uuid, uuid, text, text, date, boolean, int[])', 'scale_fits(uuid, uuid)',
                           'outcome_counts(uuid, date, date)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select on setting_count to alongside_gatekeeper;

-- ---- two scales that come with the product. Spitzer, Williams, Kroenke and others: "no permission is required to reproduce, translate, display or
-- distribute them" (phqscreeners.com, and the instruction manual of the PHQ and GAD-7 measures, July 2010). Bands: Kroenke 2001, Spitzer 2006.
insert into scale (scale_id, code, version, language, name, introduction, adults_only, higher_better, licence, source, added_at) values
  ('00000000-0000-4000-c100-000000000001', 'PHQ-9', '1999', 'eng', 'Patient Health Questionnaire, nine questions',
   'Over the last 2 weeks, how often have you been bothered by any of the following problems?', true, false,
   'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
   'phqscreeners.com; Instruction Manual, Patient Health Questionnaire (PHQ) and GAD-7 Measures, 2010; Kroenke, Spitzer, Williams, J Gen Intern Med 2001;16:606-613',
   '2026-11-23T00:00:00Z'),
  ('00000000-0000-4000-c100-000000000002', 'GAD-7', '2006', 'eng', 'Generalized Anxiety Disorder, seven questions',
   'Over the last 2 weeks, how often have you been bothered by the following problems?', true, false,
   'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
   'phqscreeners.com; Instruction Manual, Patient Health Questionnaire (PHQ) and GAD-7 Measures, 2010; Spitzer, Kroenke, Williams, Loewe, Arch Intern Med 2006;166:1092-1097',
   '2026-11-23T00:00:00Z');
insert into scale_item (scale_id, position, words, least, most, alarm_from)
  select '00000000-0000-4000-c100-000000000001', n, w, 0, 3, case n when 9 then 1 end
    from unnest(array[
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
      'Feeling tired or having little energy',
      'Poor appetite or overeating',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'Thoughts that you would be better off dead or of hurting yourself in some way']) with ordinality i (w, n);
insert into scale_item (scale_id, position, words, least, most)
  select '00000000-0000-4000-c100-000000000002', n, w, 0, 3
    from unnest(array[
      'Feeling nervous, anxious or on edge',
      'Not being able to stop or control worrying',
      'Worrying too much about different things',
      'Trouble relaxing',
      'Being so restless that it is hard to sit still',
      'Becoming easily annoyed or irritable',
      'Feeling afraid as if something awful might happen']) with ordinality i (w, n);
insert into scale_answer (scale_id, value, words)
  select s, v, w
    from unnest(array['00000000-0000-4000-c100-000000000001', '00000000-0000-4000-c100-000000000002']::uuid[]) s
    cross join (values (0, 'Not at all'), (1, 'Several days'), (2, 'More than half the days'), (3, 'Nearly every day')) a (v, w);
insert into scale_band (scale_id, band, from_score, until_score, words) values
  ('00000000-0000-4000-c100-000000000001', 1, 0, 4, 'Minimal'), ('00000000-0000-4000-c100-000000000001', 2, 5, 9, 'Mild'),
  ('00000000-0000-4000-c100-000000000001', 3, 10, 14, 'Moderate'), ('00000000-0000-4000-c100-000000000001', 4, 15, 19, 'Moderately severe'),
  ('00000000-0000-4000-c100-000000000001', 5, 20, 27, 'Severe'),
  ('00000000-0000-4000-c100-000000000002', 1, 0, 4, 'Minimal'), ('00000000-0000-4000-c100-000000000002', 2, 5, 9, 'Mild'),
  ('00000000-0000-4000-c100-000000000002', 3, 10, 14, 'Moderate'), ('00000000-0000-4000-c100-000000000002', 4, 15, 21, 'Severe');
