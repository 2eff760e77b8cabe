-- Sweeps as they ended. axes: a line for each setting that is varied, with its values.
create table sweep (
    id uuid primary key,
    owner uuid not null,
    title varchar(200) not null,
    document varchar(64) not null references document (hash),
    axes text not null,
    variants int not null,
    state varchar(12) not null,
    format int not null,
    bytes bigint not null,
    kept timestamp with time zone not null
);
create index sweep_owner on sweep (owner);
create index sweep_document on sweep (document);

-- Figures, boundaries and weights of the variants, in pieces that every database takes.
create table sweep_piece (
    sweep uuid not null references sweep (id) on delete cascade,
    number int not null,
    content bytea not null,
    primary key (sweep, number)
);

create or replace view holding as
    select owner, document from experiment
    union all
    select experiment.owner, version.document
        from version join experiment on experiment.id = version.experiment
    union all
    select owner, document from link
    union all
    select owner, document from run
    union all
    select owner, document from sweep;
