-- The second factor of those who have one. The secret of an app is sealed among the secrets;
-- a step of its time counts once. Recovery codes are hashes, and gone once they were used.
create table authenticator (
    account_id bigint not null,
    last_step bigint not null,
    added_at timestamp with time zone not null,
    constraint authenticator_key primary key (account_id),
    constraint authenticator_account foreign key (account_id) references account (id) on delete cascade
);

create table recovery_code (
    account_id bigint not null,
    code_hash varchar(64) not null,
    constraint recovery_code_key primary key (account_id, code_hash),
    constraint recovery_code_account foreign key (account_id) references account (id) on delete cascade
);
