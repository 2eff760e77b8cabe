-- Files that experiments learn from, by the SHA-256 of their bytes: equal ones are here once.
create table content (
    hash varchar(64) primary key,
    bytes bigint not null
);

-- In pieces that every database takes.
create table content_piece (
    content varchar(64) not null references content (hash) on delete cascade,
    number int not null,
    piece bytea not null,
    primary key (content, number)
);

-- Which files documents name. They need not be here: a document may come from elsewhere.
create table document_content (
    document varchar(64) not null references document (hash) on delete cascade,
    content varchar(64) not null,
    primary key (document, content)
);
create index document_content_content on document_content (content);

-- Who brought a file and when, so that it stays until a document names it.
create table upload (
    owner uuid not null references keeper (owner),
    content varchar(64) not null references content (hash),
    brought timestamp with time zone not null,
    primary key (owner, content)
);
create index upload_content on upload (content);
