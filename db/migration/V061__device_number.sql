-- Which number a person saw on the phone, where the person told.
alter table device_test add column badge_number integer;
