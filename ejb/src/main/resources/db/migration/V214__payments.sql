-- What was really paid of what a court or fund ordered, payment by payment: privileged as the rest of the lawyer's file. Together they are never more than
-- was ordered; what is not paid stays open. The sum stands in the file as before.

create table award_payment (
  payment_id      uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  paid_on         date not null,
  amount          numeric(12, 2) not null check (amount > 0),
  payer           text not null,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check (paid_on <= (noted_at at time zone 'UTC')::date + 1)
);
comment on table award_payment is 'A payment of what was ordered for her, in the currency of the claim; never changed';
create index award_payment_matter on award_payment (matter_id, paid_on);
create index award_payment_case on award_payment (case_id);
alter table award_payment enable row level security, force row level security;
create policy by_function on award_payment to alongside_gatekeeper using (true);
create policy own on award_payment for select to alongside_app using (keeps_matters(case_id, organisation_id));
create policy noted on award_payment for insert to alongside_app with check (
  noted_by = (select caller_worker()) and organisation_id = (select caller_organisation()) and may('write', case_id, 128));
grant select, insert on award_payment to alongside_app;
grant select on award_payment to alongside_gatekeeper;

alter table matter_file add column paid_before numeric(12, 2) check (paid_before >= 0);
comment on column matter_file.paid_before is 'What was said to be paid before payments were written down one by one';

create function payment_counts() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f matter_file; total numeric;
begin
  select * into f from matter_file where matter_id = new.matter_id for no key update;
  total := coalesce(f.paid_before, f.paid, 0) + new.amount
           + (select coalesce(sum(p.amount), 0) from award_payment p where p.matter_id = new.matter_id and p.payment_id <> new.payment_id);
  if f.ordered is null or total > f.ordered then
    raise exception 'more than was ordered' using errcode = 'AL062';
  end if;
  update matter_file set paid_before = coalesce(paid_before, paid, 0), paid = total where matter_id = new.matter_id;
  return null;
end $$;
create trigger counts after insert on award_payment for each row execute function payment_counts();

-- the sum is the payments', whatever a form says
create function paid_is_the_sum() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  new.paid := new.paid_before + (select coalesce(sum(p.amount), 0) from award_payment p where p.matter_id = new.matter_id);
  return new;
end $$;
create trigger paid_is_the_sum before update of paid, ordered on matter_file for each row when (new.paid_before is not null)
  execute function paid_is_the_sum();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['payment_counts()', 'paid_is_the_sum()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select, update on matter_file to alongside_gatekeeper;

-- ---- a line of the calendar asks once: of the lawyers' own rows first whether the case is theirs, which is true of nearly all of them. Who reads what stays
do $$ declare t text; begin
  foreach t in array array['hearing', 'legal_deadline'] loop
    execute format('alter policy known on %I using (
      organisation_id = (select caller_organisation()) and (select caller_mask(''write'') & 128 <> 0) and knows(case_id, 128)
      or (select helps_with_hearings()) and may(''min'', case_id, 128))', t);
  end loop;
end $$;
