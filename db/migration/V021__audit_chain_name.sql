-- The name that an organization had last, so that the filter can offer it without reading the records.
alter table audit_chain add column organization_name varchar(200);
