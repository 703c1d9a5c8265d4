create table secret (
    owner varchar(100) not null,
    field varchar(200) not null,
    nonce bytea not null,
    sealed bytea not null,
    stored_at timestamp with time zone not null,
    constraint secret_place primary key (owner, field)
);

-- The fingerprint of the one key that fits this database; never the key.
create table secret_key (
    id smallint not null,
    fingerprint varchar(64) not null,
    constraint secret_key_once primary key (id),
    constraint secret_key_single check (id = 1)
);
