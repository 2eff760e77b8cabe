-- Runs as they were kept last. One without an owner is a fixed copy that goes with a link.
-- experiment: which of the owner's; it may be deleted by now. format: of the pieces.
create table run (
    id varchar(22) primary key,
    owner uuid,
    experiment uuid,
    unattended boolean not null,
    format int not null,
    title varchar(200) not null,
    document varchar(64) not null references document (hash),
    state varchar(10) not null,
    reason varchar(20) not null,
    attempt int not null,
    epoch int not null,
    step bigint not null,
    steps_per_epoch int not null,
    pace double precision not null,
    learning_rate double precision not null,
    problem text,
    points int not null,
    bytes bigint not null,
    kept timestamp with time zone not null
);
create index run_owner on run (owner);
create index run_document on run (document);

-- What of a run is bytes, in pieces that every database takes: points of the curves, the
-- savepoint, the boundary.
create table run_piece (
    run varchar(22) not null references run (id) on delete cascade,
    kind varchar(10) not null,
    number int not null,
    content bytea not null,
    primary key (run, kind, number)
);

create or replace view holding as
    select owner, document from experiment
    union all
    select experiment.owner, version.document
        from version join experiment on experiment.id = version.experiment
    union all
    select owner, document from link
    union all
    select owner, document from run;
