-- With which application the administrators of an organization sign in to its tenant, where it has one of its own.
create table app_registration (
    organization_id bigint not null primary key references organization (id),
    client_id varchar(36) not null
);
-- A token belongs to the application that it was issued to; null for sign-ins of before.
alter table tenant_sign_in add column client_id varchar(36);
