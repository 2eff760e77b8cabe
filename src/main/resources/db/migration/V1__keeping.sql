-- Data that documents carry, by the SHA-256 of their JSON: equal data are here once.
create table dataset (
    hash varchar(64) primary key,
    content text not null,
    bytes bigint not null
);

-- Documents by the SHA-256 of their JSON, in which large data are named by their hash.
create table document (
    hash varchar(64) primary key,
    content text not null,
    bytes bigint not null,
    dataset varchar(64) references dataset (hash)
);
create index document_dataset on document (dataset);

-- Who keeps anything. Who changes something of an owner's locks the owner's row first.
create table keeper (
    owner uuid primary key,
    seen timestamp with time zone not null
);

-- numbered, marked: the number of its last version and when that was made; 0 and created at first.
create table experiment (
    id uuid primary key,
    owner uuid not null references keeper (owner),
    title varchar(200) not null,
    document varchar(64) not null references document (hash),
    lineage text not null,
    revision bigint not null,
    created timestamp with time zone not null,
    changed timestamp with time zone not null,
    numbered int not null,
    marked timestamp with time zone not null
);
create index experiment_owner on experiment (owner);
create index experiment_document on experiment (document);

create table version (
    experiment uuid not null references experiment (id) on delete cascade,
    number int not null,
    name varchar(200) not null,
    made timestamp with time zone not null,
    document varchar(64) not null references document (hash),
    primary key (experiment, number)
);
create index version_document on version (document);

-- What a link shows is its own and never changes. Of its token there is only the SHA-256.
create table link (
    id uuid primary key,
    owner uuid not null references keeper (owner),
    token varchar(64) not null unique,
    beginning varchar(4) not null,
    title varchar(200) not null,
    document varchar(64) not null references document (hash),
    lineage text not null,
    run varchar(22),
    created timestamp with time zone not null
);
create index link_owner on link (owner);
create index link_document on link (document);

-- Who keeps which documents.
create view holding as
    select owner, document from experiment
    union all
    select experiment.owner, version.document
        from version join experiment on experiment.id = version.experiment
    union all
    select owner, document from link;
