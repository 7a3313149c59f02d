-- Demo partners, workers and services; loaded for the demo only. Nobody here exists.
insert into organisation (organisation_id, alias, name, type, region, competent_authority, approves_every_referral, vetted_at, agreement_until) values
 ('00000000-0000-4000-9000-000000000001','harbour-light','Harbour Light','NGO','HARBOUR',false,false,'2024-01-15 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000002','quay-project','Quay Project','NGO','CAPITAL',false,true,'2024-02-01 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000003','willow-rooms','Willow Rooms','SHELTER','HARBOUR',false,false,'2024-02-10 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000004','lantern-house','Lantern House','SHELTER','NORTH',false,false,'2024-03-01 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000005','cedar-counselling','Cedar Counselling','HEALTH','HARBOUR',false,false,'2024-03-05 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000006','open-door','Open Door Legal Aid','LEGAL','CAPITAL',false,false,'2024-03-09 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000007','city-police','City Police Liaison','LAW_ENFORCEMENT','HARBOUR',false,false,'2024-04-01 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000008','national-coordination','National Coordination','CENTRAL_GOV','CAPITAL',true,false,'2024-01-01 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000009','platform','Alongside Operations','IO','CAPITAL',false,false,'2024-01-01 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000010','tide-clinic','Tide Clinic','HEALTH','HARBOUR',false,false,'2024-03-12 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000011','public-prosecution','Public Prosecution','PROSECUTION_COURT','CAPITAL',false,false,'2024-04-02 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000012','guardians-office','Guardians'' Office','GUARDIAN_BODY','CAPITAL',false,false,'2024-03-20 09:00Z','2031-12-31'),
 ('00000000-0000-4000-9000-000000000013','own-file','My own file','SURVIVOR_LED','CAPITAL',false,false,null,null)
on conflict (organisation_id) do update set vetted_at = excluded.vetted_at, agreement_until = excluded.agreement_until
 where organisation.vetted_at is null and excluded.vetted_at is not null;

insert into team (team_id, organisation_id, name, reach)
select ('00000000-0000-4000-a000-0000000000' || lpad(n::text, 2, '0'))::uuid, ('00000000-0000-4000-9000-0000000000' || lpad(n::text, 2, '0'))::uuid, t, r
  from (values (1,'Casework','PERSON'),(2,'Casework','PERSON'),(3,'House','SHIFT'),(4,'House','SHIFT'),(5,'Counsellors','PERSON'),
               (6,'Lawyers','PERSON'),(7,'Liaison','PERSON'),(8,'Coordination','PERSON'),(9,'Operations','PERSON'),(10,'Health','PERSON'),
               (11,'Liaison','PERSON')) v (n, t, r)
on conflict (team_id) do nothing;

insert into worker (worker_id, subject, organisation_id, name)
select id, id::text, ('00000000-0000-4000-9000-0000000000' || lpad(o::text, 2, '0'))::uuid, name
  from (values (1,1,'Mina Okafor'),(2,1,'Jonas Lind'),(3,1,'Ilse Baur'),(4,2,'Tomas Reyes'),(5,2,'Farah Nasser'),(6,3,'Sana Haddad'),
               (7,3,'Petra Novak'),(8,4,'Luis Ortega'),(9,4,'Grace Mbeki'),(10,5,'Noor Aziz'),(11,5,'Elif Demir'),(12,6,'Daniel Stein'),
               (13,7,'Marta Ruiz'),(14,8,'Amina Diallo'),(15,8,'Hugo Marchand'),(16,9,'Kim Sato'),(21,1,'Rosa Keller'),
               (22,9,'Ada Brandt'),(23,10,'Yusuf Karim'),(24,11,'Irene Costa'),(25,8,'Leo Fischer'),(26,12,'Teresa Blum'),(27,13,'Lin'),
               (31,1,'Vera Lund'),(32,5,'Nadia Ionescu'),(33,6,'Clara Weiss')) v (n, o, name)
 cross join lateral (select ('00000000-0000-4000-8000-0000000000' || lpad(n::text, 2, '0'))::uuid id) i
on conflict (worker_id) do nothing;

insert into team_member (team_id, worker_id, supervises, from_at)
select ('00000000-0000-4000-a000-0000000000' || lpad(t::text, 2, '0'))::uuid, ('00000000-0000-4000-8000-0000000000' || lpad(w::text, 2, '0'))::uuid, s, '2024-01-01 00:00Z'
  from (values (1,1,false),(1,2,false),(1,3,true),(2,4,false),(2,5,true),(3,6,false),(3,7,true),(4,8,false),(4,9,true),(5,10,false),(5,11,false),
               (6,12,false),(7,13,false),(8,14,true),(8,15,false),(9,16,false),(9,22,false),(10,23,false),
               (11,24,false),(8,25,false),(6,33,false)) v (t, w, s)
on conflict do nothing;

insert into service (service_id, organisation_id, team_id, service_type, name, region, remote, for_children, min_age, max_age, sexes, languages, accessibility, capacity, capacity_told_at)
select ('00000000-0000-4000-b000-0000000000' || lpad(n::text, 2, '0'))::uuid, ('00000000-0000-4000-9000-0000000000' || lpad(o::text, 2, '0'))::uuid,
       ('00000000-0000-4000-a000-0000000000' || lpad(o::text, 2, '0'))::uuid, st, name, region, remote, kids, mi, ma, sexes, langs, acc, cap, '2026-11-01 08:00Z'
  from (values
   (1,3,'SHELTER','Safe house for women','HARBOUR',false,false,18,null::int,'{FEMALE}'::text[],'{eng,ara,fas,prs,spa}'::text[],'{STEP_FREE,WITH_CHILDREN}'::text[],'PLACES'),
   (2,4,'SHELTER','Safe house for women and men','NORTH',false,false,18,null,'{}','{eng,rus,ukr,ron}','{}','FEW'),
   (3,4,'SHELTER','Children''s home','NORTH',false,true,0,17,'{}','{eng,spa,fra}','{STEP_FREE}','PLACES'),
   (4,5,'PSYCHOSOCIAL','Counselling, one to one','HARBOUR',true,false,16,null,'{}','{eng,prs,fas,ara,tur}','{STEP_FREE,BY_VIDEO}','PLACES'),
   (5,5,'PSYCHOSOCIAL','Counselling for children','HARBOUR',false,true,4,17,'{}','{eng,ara}','{STEP_FREE}','WAITING_LIST'),
   (6,6,'LEGAL_AID','Free legal advice','CAPITAL',true,true,null,null,'{}','{eng,fra,spa,rus}','{BY_VIDEO}','PLACES'),
   (7,7,'POLICE_PROTECTION','Protection and reporting','HARBOUR',false,true,null,null,'{}','{eng}','{}','UNKNOWN'),
   (8,2,'SUPPORT_GROUP','Mentoring by survivors','CAPITAL',true,false,18,null,'{}','{eng,spa}','{BY_VIDEO}','PLACES'),
   (12,6,'IMMIGRATION_ADVICE','Residence and asylum','CAPITAL',true,true,null,null,'{}','{eng,fra,spa,rus}','{BY_VIDEO}','PLACES'),
   (11,11,'POLICE_PROTECTION','Protection of witnesses','CAPITAL',false,true,null,null,'{}','{eng}','{BY_VIDEO}','PLACES'),
   (10,10,'HEALTH_MEDICAL','Women''s and general health','HARBOUR',false,true,null,null,'{}','{eng,ara,fra}','{STEP_FREE}','PLACES'),
   (9,1,'FOOD','Food and clothes','HARBOUR',false,true,null,null,'{}','{eng,ara}','{STEP_FREE}','PLACES')
  ) v (n, o, st, name, region, remote, kids, mi, ma, sexes, langs, acc, cap)
on conflict (service_id) do nothing;

insert into worker_role (worker_id, role_code)
select ('00000000-0000-4000-8000-0000000000' || lpad(n::text, 2, '0'))::uuid, r
  from (values (1,'CW'),(2,'CW'),(3,'SUP'),(4,'CW'),(5,'SUP'),(6,'SHS'),(7,'SHM'),(8,'SHS'),(9,'SHM'),(10,'COU'),(11,'COU'),(12,'LAW'),
               (13,'LEL'),(14,'NRM'),(15,'DPO'),(16,'ADM'),(21,'SUP'),
               (22,'ADM'),(23,'HLT'),(24,'PRL'),(25,'ANL'),(26,'GRD'),(27,'SUR'),(31,'DPO'),(32,'SUP'),(33,'LAW')) v (n, r)
on conflict do nothing;

insert into service_hours (service_id, weekday, opens_at, closes_at)
select ('00000000-0000-4000-b000-0000000000' || lpad(s::text, 2, '0'))::uuid, d, o::time, c::time
  from (values (4,'09:00','17:00'),(5,'09:00','17:00'),(6,'10:00','16:00'),(8,'12:00','18:00'),(9,'09:00','13:00')) v (s, o, c)
 cross join generate_series(1, 5) d
on conflict do nothing;

update jurisdiction set name = 'Harbour Republic', notifies_adults = true, notified_within = '30 days',
       facts = '{FIRST_CONTACT_MONTH,SEX,AGE_BAND,EXPLOITATION}', authority_id = '00000000-0000-4000-9000-000000000008'
 where authority_id is null;

-- houses by code name; none of them stands anywhere
insert into facility (facility_id, organisation_id, team_id, code_name, type, security, staffed, zone, opened_at, opened_by)
select ('00000000-0000-4000-c000-0000000000' || lpad(n::text, 2, '0'))::uuid, ('00000000-0000-4000-9000-0000000000' || lpad(o::text, 2, '0'))::uuid,
       ('00000000-0000-4000-a000-0000000000' || lpad(o::text, 2, '0'))::uuid, name, type, sec, staffed, 'Europe/Berlin', '2026-11-01 08:00Z',
       ('00000000-0000-4000-8000-0000000000' || lpad(w::text, 2, '0'))::uuid
  from (values (1,3,7,'Rowan','EMERGENCY_SHELTER','RAISED','DAY_AND_NIGHT'),(2,3,7,'Juniper','TRANSITIONAL','STANDARD','DAYTIME'),
               (3,4,9,'Linden','EMERGENCY_SHELTER','STANDARD','DAY_AND_NIGHT'),(4,4,9,'Alder','CHILD_RESIDENTIAL','RAISED','DAY_AND_NIGHT')) v (n, o, w, name, type, sec, staffed)
on conflict (facility_id) do nothing;

insert into room (room_id, facility_id, organisation_id, label, sexes, min_age, max_age, one_family, accessibility)
select ('00000000-0000-4000-d000-0000000000' || lpad(n::text, 2, '0'))::uuid, f.facility_id, f.organisation_id, 'Room ' || r, sexes, mi::smallint, ma::smallint, family, acc
  from (values (1,1,1,'{}'::text[],null::int,null::int,true,'{WITH_CHILDREN}'::text[]),(2,1,2,'{FEMALE}',18,null,false,'{STEP_FREE}'),
               (3,1,3,'{FEMALE}',18,null,false,'{}'),(4,1,4,'{FEMALE}',18,null,false,'{}'),(5,2,1,'{FEMALE}',18,null,false,'{}'),
               (6,2,2,'{}',null,null,true,'{STEP_FREE,WITH_CHILDREN}'),(7,3,1,'{FEMALE}',18,null,false,'{STEP_FREE}'),(8,3,2,'{MALE}',18,null,false,'{STEP_FREE}'),
               (9,4,1,'{FEMALE}',0,17,false,'{STEP_FREE}'),(10,4,2,'{MALE}',0,17,false,'{STEP_FREE}')) v (n, h, r, sexes, mi, ma, family, acc)
  join facility f on f.facility_id = ('00000000-0000-4000-c000-0000000000' || lpad(h::text, 2, '0'))::uuid
on conflict (room_id) do nothing;

insert into bed (bed_id, room_id, facility_id, organisation_id, label, made_at, made_by)
select ('00000000-0000-4000-e000-00000000' || lpad(v.n::text, 2, '0') || lpad(b::text, 2, '0'))::uuid, r.room_id, r.facility_id, r.organisation_id,
       replace(r.label, 'Room ', '') || chr(64 + b), f.opened_at, f.opened_by
  from (values (1,3),(2,2),(3,2),(4,2),(5,2),(6,3),(7,2),(8,3),(9,3),(10,3)) v (n, beds)
  join room r on r.room_id = ('00000000-0000-4000-d000-0000000000' || lpad(v.n::text, 2, '0'))::uuid
  join facility f on f.facility_id = r.facility_id
 cross join generate_series(1, v.beds) b
on conflict (bed_id) do nothing;
