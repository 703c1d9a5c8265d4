-- Which role the person had who asked, so that what the run records later can tell it.
alter table step_run add column actor_role varchar(20);
