-- Whether the run that works on a step waits for what a person has to bring.
alter table step_status add column running_parked boolean default false not null;
