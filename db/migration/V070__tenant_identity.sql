alter table tenant_sign_in add column object_id varchar(36);
alter table tenant_sign_in add column home_tenant_id varchar(36);
alter table tenant_sign_in add column scopes varchar(2000);
alter table tenant_sign_in add column claims varchar(4000);
