-- Imports. An upload is cut at line ends into chunks while it is received; each chunk is worked off in one transaction,
-- which writes its articles, the counts here and how far the import has come, and deletes the chunk.

create table import_run (
  id               binary(16)    not null primary key,
  state            varchar(16)   character set ascii collate ascii_bin not null,  -- receiving, running, finished, failed
  failure          varchar(1000),
  site_id          binary(16)    not null,
  as_draft         boolean       not null,
  make_categories  boolean       not null,
  submitted_by     varchar(200)  not null,
  chunk_count      int           not null default 0,
  next_chunk       int           not null default 0,
  done_line        bigint        not null default 0,     -- within next_chunk: up to here it is worked off already
  read_count       bigint        not null default 0,
  created_count    bigint        not null default 0,
  updated_count    bigint        not null default 0,
  unchanged_count  bigint        not null default 0,
  rejected_count   bigint        not null default 0,
  submitted_at     datetime(6)   not null,
  touched_at       datetime(6)   not null,               -- an upload that was not touched for long has broken off
  started_at       datetime(6),
  finished_at      datetime(6),
  key by_state (state, id),
  constraint import_site foreign key (site_id) references site (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table import_chunk (
  import_id    binary(16)   not null,
  number       int          not null,
  first_line   bigint       not null,
  content      longblob     not null,                    -- gzip
  primary key (import_id, number)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table import_rejection (
  import_id    binary(16)   not null,
  line         bigint       not null,
  record_key   varchar(600),
  reason       text         not null,
  errors       mediumtext   not null,                    -- the mistakes with their pointers, JSON
  primary key (import_id, line)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
