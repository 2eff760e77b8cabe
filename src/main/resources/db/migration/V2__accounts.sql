-- With which cookies are signed; made once, at the first start.
create table server_secret (
    name varchar(40) primary key,
    secret varchar(100) not null
);

create table recovery_code (
    hash varchar(64) primary key,
    owner uuid not null
);
create index recovery_code_owner on recovery_code (owner);

create table api_token (
    id uuid primary key,
    owner uuid not null,
    hash varchar(64) not null unique,
    name varchar(100) not null,
    beginning varchar(20) not null,
    created timestamp with time zone not null,
    used timestamp with time zone
);
create index api_token_owner on api_token (owner);

-- A browser that moved to another owner took its work along; older cookies find the way.
create table moved_owner (
    owner uuid primary key,
    moved_to uuid not null
);
create index moved_owner_to on moved_owner (moved_to);
