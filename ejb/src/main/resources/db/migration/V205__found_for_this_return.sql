-- A child is not returned on what was found for another return: what counts was noted in this episode of the file, and after the plan before this one
-- was over. It is the newest of it that counts, as everywhere.
create function return_found(p_reintegration uuid) returns text
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select b.result
    from reintegration r
    join case_file f on f.case_id = r.case_id
    join case_episode e on e.case_id = f.case_id and e.episode_no = f.episode_no
    join best_interests b on b.case_id = r.case_id and b.about = 'RETURN'
   where r.reintegration_id = p_reintegration
     and b.noted_at >= e.opened_at
     and not exists (select from reintegration x where x.case_id = r.case_id and x.planned_at < r.planned_at and x.ended_at > b.noted_at)
   order by b.decided_on desc, b.noted_at desc limit 1
$$;
revoke all on function return_found(uuid) from public;
grant execute on function return_found(uuid) to alongside_app, alongside_gatekeeper;

-- as before, but for what was found for this return
create or replace function return_missing(p_reintegration uuid) returns setof text
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select m.code
    from reintegration r
   cross join lateral (
     select (select coalesce(o.level, a.level) from risk_assessment a left join risk_override o using (assessment_id)
              where a.case_id = r.case_id and a.assessed_at >= r.planned_at order by a.assessed_at desc limit 1) risk,
            (select v.referral_id is null
                    or exists (select from referral_card c where c.referral_id = v.referral_id and c.status in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED'))
               from reintegration_receiver v where v.reintegration_id = r.reintegration_id order by v.noted_at desc, v.receiver_id limit 1) received,
            exists (select from identity_minimum i where i.case_id = r.case_id and i.child) child) k
   cross join lateral (values
     (1, 'RISK_NOT_ASSESSED', k.risk is null),
     (2, 'RISK_IMMEDIATE', k.risk = 'IMMEDIATE'),
     (3, 'RECEIVER_NOT_CONFIRMED', k.received is not true),
     (4, 'DOCUMENTS', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'DOCUMENTS')),
     (5, 'TRAVEL', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'TRAVEL')),
     (6, 'RECEPTION', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'RECEPTION')),
     (7, 'BEST_INTERESTS', k.child and return_found(r.reintegration_id) is distinct from 'SUPPORTS')) m (place, code, missing)
   where r.reintegration_id = p_reintegration and r.return_type not in ('LOCAL_INTEGRATION', 'FORCED') and m.missing
   order by m.place
$$;
