-- A sign-in to Microsoft 365 belongs to the person who made it, and lasts no longer than
-- the session in which it was made. Whose the former ones were was not kept: whoever
-- needs one signs in again.
delete from secret where field = 'msal.token-cache' or field = 'msal.browser';

drop table tenant_sign_in;

create table tenant_sign_in (
    organization_id bigint not null references organization (id),
    account_id bigint not null,
    account_name varchar(100) not null,
    session_id varchar(36) not null,
    tenant_id varchar(36) not null,
    user_name varchar(320) not null,
    object_id varchar(36),
    home_tenant_id varchar(36),
    client_id varchar(36),
    scopes varchar(2000),
    claims varchar(4000),
    signed_in_at timestamp with time zone not null,
    kept_until timestamp with time zone not null,
    constraint tenant_sign_in_of primary key (organization_id, account_id)
);

create index tenant_sign_in_by_end on tenant_sign_in (kept_until);

-- As whom a change was made in Microsoft 365, and under which of its numbers.
alter table step_change add column made_as varchar(1000);
