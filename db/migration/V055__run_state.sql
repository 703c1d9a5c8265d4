-- The dashboard asks for the few runs that have not ended among all there ever were.
create index step_run_by_state on step_run (state, id);
