-- As in V208, of what was written down since: that she spoke with the house, who was asked to help on her way, and who was asked who she is.
alter table placement_spoken drop constraint placement_spoken_check1;
alter table placement_spoken add constraint placement_spoken_not_ahead check (said_on <= (noted_at at time zone 'UTC')::date + 1);
alter table reintegration_helper drop constraint reintegration_helper_check;
alter table reintegration_helper add constraint reintegration_helper_not_ahead check (said_on <= (noted_at at time zone 'UTC')::date + 1);
alter table identity_inquiry drop constraint identity_inquiry_check;
alter table identity_inquiry add constraint identity_inquiry_not_ahead check (said_on <= (noted_at at time zone 'UTC')::date + 1);
