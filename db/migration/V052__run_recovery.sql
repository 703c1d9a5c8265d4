-- A run holds its organization until it has ended; no clock frees it.
alter table organization_lease drop column expires_at;

-- What the restart of a health manager is recognized by, and how often it was sent.
alter table server_probe add column started_before timestamp with time zone;
alter table server_probe add column attempts integer default 0 not null;
