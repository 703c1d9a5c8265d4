-- 1,999 organizations beside the first one, each standing as it does; for a console on H2 that is stopped:
--     java -cp ~/.m2/repository/com/h2database/h2/2.4.240/h2-2.4.240.jar org.h2.tools.RunScript -user "" \
--         -url "jdbc:h2:file:DATA/hybridge;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" -script docs/bench/fleet.sql
insert into organization (name, domain, typed_domain, environment, registered_at, version)
select 'Contoso ' || "X", 'contoso' || "X" || '.com', 'contoso' || "X" || '.com', 'LIVE', current_timestamp, 0 from system_range(1, 1999);
insert into step_status (organization_id, step, look, look_reason, look_cause, state, reason, checked_at, certificate_expires, changed_at, changed_by)
select o.id, s.step, s.look, s.look_reason, s.look_cause,
  case when mod(o.id, 40) = 0 and s.step = 'OAUTH' then 'NEEDS_ATTENTION' when mod(o.id, 60) = 0 and s.step = 'SERVERS' then 'UNKNOWN' else s.state end,
  s.reason, s.checked_at, s.certificate_expires, s.changed_at, s.changed_by
from organization o join step_status s on s.organization_id = 1 where o.name like 'Contoso %' and o.environment = 'LIVE'
  and not exists (select 1 from step_status there where there.organization_id = o.id);
insert into expiry (organization_id, kind, name, ends_at)
select o.id, e.kind, e.name, dateadd('DAY', o.id, e.ends_at) from organization o join expiry e on e.organization_id = 1 where o.id <> 1;
