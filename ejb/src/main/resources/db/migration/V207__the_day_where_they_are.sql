-- A day is not in the future for whoever lives where it has begun: in Manila it is tomorrow for UTC until eight in the morning, and what was found, said
-- or given that day could not be written down. The doors go by the day of whoever writes; here it is the last day that has begun anywhere.
alter table best_interests drop constraint best_interests_check;
alter table best_interests add constraint best_interests_not_ahead check (decided_on <= (noted_at at time zone 'UTC')::date + 1);
alter table reintegration_receiver drop constraint reintegration_receiver_check1;
alter table reintegration_receiver add constraint reintegration_receiver_not_ahead check (confirmed_on <= (noted_at at time zone 'UTC')::date + 1);
alter table reintegration_support drop constraint reintegration_support_check2;
alter table reintegration_support add constraint reintegration_support_not_ahead check (given_on <= (noted_at at time zone 'UTC')::date + 1);
