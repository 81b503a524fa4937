-- The content base. Ids are UUIDv7 in binary(16); times are UTC; slugs, languages and enum words are ASCII;
-- names that people sort use the German phone-book collation, which MariaDB 10.11 and 11.4 both have.

-- ---------------------------------------------------------------- sites and vocabulary

create table site (
  id           binary(16)   not null primary key,
  slug         varchar(190) character set ascii collate ascii_bin not null unique,
  name         varchar(200) not null,
  url          varchar(2000),
  language     varchar(35)  character set ascii collate ascii_bin not null,
  article_url  varchar(500) not null default '{site}/{category}/{slug}',
  preview_url  varchar(2000),
  is_default   boolean      not null,
  version      bigint       not null default 0,
  created_at   datetime(6)  not null,
  updated_at   datetime(6)  not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table category (
  id           binary(16)   not null primary key,
  site_id      binary(16)   not null,
  parent_id    binary(16),
  slug         varchar(190) character set ascii collate ascii_bin not null,
  name         varchar(200) collate utf8mb4_german2_ci not null,
  description  varchar(5000),
  position     int          not null default 0,
  version      bigint       not null default 0,
  created_at   datetime(6)  not null,
  updated_at   datetime(6)  not null,
  unique key by_slug (site_id, slug),
  key by_parent (parent_id),
  constraint category_site foreign key (site_id) references site (id),
  constraint category_parent foreign key (parent_id) references category (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table category_former_slug (
  site_id      binary(16)   not null,
  slug         varchar(190) character set ascii collate ascii_bin not null,
  category_id  binary(16)   not null,
  primary key (site_id, slug)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- name_hash finds a name as written but for case, spaces and Unicode form: two names that only sort alike stay two
create table tag (
  id           binary(16)   not null primary key,
  slug         varchar(190) character set ascii collate ascii_bin not null unique,
  name         varchar(200) collate utf8mb4_german2_ci not null,
  name_hash    binary(16)   not null unique,
  type         varchar(16)  character set ascii collate ascii_bin not null default 'topic',
  version      bigint       not null default 0,
  created_at   datetime(6)  not null,
  updated_at   datetime(6)  not null,
  key by_name (name, id),
  key by_type (type, name, id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table tag_former_slug (
  slug         varchar(190) character set ascii collate ascii_bin not null primary key,
  tag_id       binary(16)   not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table author (
  id           binary(16)   not null primary key,
  slug         varchar(190) character set ascii collate ascii_bin not null unique,
  name         varchar(200) collate utf8mb4_german2_ci not null,
  name_hash    binary(16)   not null unique,
  initials     varchar(20),
  version      bigint       not null default 0,
  created_at   datetime(6)  not null,
  updated_at   datetime(6)  not null,
  key by_name (name, id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table author_former_slug (
  slug         varchar(190) character set ascii collate ascii_bin not null primary key,
  author_id    binary(16)   not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- fingerprint: the foreign address, or the article and the words it was registered with, so that a repeated import
-- does not register a picture twice
create table image (
  id             binary(16)   not null primary key,
  fingerprint    binary(16)   unique,
  alt            varchar(2000),
  decorative     boolean      not null default false,
  caption        varchar(5000),
  credit         varchar(500) collate utf8mb4_german2_ci,
  src            varchar(2000),
  width          int,
  height         int,
  focal_x        double,
  focal_y        double,
  dominant_color varchar(7)   character set ascii collate ascii_bin,
  media_type     varchar(100) character set ascii collate ascii_bin,
  byte_size      bigint,
  sha256         binary(32),
  taken_at       datetime(6),
  details        longtext,                        -- rights, location, keywords: read whole, never searched
  version        bigint       not null default 0,
  created_at     datetime(6)  not null,
  updated_at     datetime(6)  not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- ---------------------------------------------------------------- the desk: working copies

create table article (
  id                 binary(16)   not null primary key,
  slug               varchar(190) character set ascii collate ascii_bin not null unique,
  state              varchar(16)  character set ascii collate ascii_bin not null,
  version            bigint       not null,
  revision           int          not null,
  headline           varchar(500) collate utf8mb4_german2_ci,
  document           longtext     not null,
  created_at         datetime(6)  not null,
  created_by         varchar(200) not null,
  creator_id         binary(16),                   -- the key, absent for imports: whose draft it is
  saved_at           datetime(6)  not null,
  saved_by           varchar(200) not null,
  saved_kind         varchar(16)  character set ascii collate ascii_bin not null,
  published_revision int,
  published_at       datetime(6),
  updated_at         datetime(6),
  scheduled_action   varchar(16)  character set ascii collate ascii_bin,
  scheduled_at       datetime(6),
  scheduled_zone     varchar(64)  character set ascii collate ascii_bin,
  scheduled_request  text,
  withdrawn_at       datetime(6),
  withdrawn_reason   varchar(5000),
  origin_hash        binary(16)   unique,          -- system and id: addresses are too long to index
  import_digest      binary(32),                   -- of the record last imported
  key by_state (state, saved_at, id),
  key by_saved (saved_at, id),
  key by_editor (saved_by, saved_at, id),
  key by_schedule (scheduled_at, id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- the present revision stands in article.document; a save moves what it replaces here
create table article_revision (
  article_id   binary(16)   not null,
  number       int          not null,
  at           datetime(6)  not null,
  by_whom      varchar(200) not null,
  kind         varchar(16)  character set ascii collate ascii_bin not null,
  document     longtext     not null,
  primary key (article_id, number)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- every slug an article ever had, so that none is given to another
create table article_slug (
  slug         varchar(190) character set ascii collate ascii_bin not null primary key,
  article_id   binary(16)   not null,
  key of_article (article_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- ---------------------------------------------------------------- what the public sees

create table published_article (
  id                binary(16)   not null primary key,
  slug              varchar(190) character set ascii collate ascii_bin not null unique,
  published_at      datetime(6)  not null,
  updated_at        datetime(6)  not null,
  changed_at        datetime(6)  not null,          -- when the representation last changed: Last-Modified
  revision          int          not null,
  translation_group binary(16),
  summary           mediumtext   not null,          -- the snapshot without its body: all that lists need
  body              longtext     not null,
  key by_translation (translation_group)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- Every filter value of a site is a list: all of it, a category (with its descendants), a tag, an author, a type, a
-- language, with or without image, advertising or not, a picture used, a month. `size` counts its entries.
create table published_list (
  id        int          not null auto_increment primary key,
  site_id   binary(16)   not null,
  kind      char(1)      character set ascii collate ascii_bin not null,
  value     varbinary(40) not null,
  size      int          not null default 0,
  unique key by_value (site_id, kind, value)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table published_entry (
  list_id      int         not null,
  published_at datetime(6) not null,
  article_id   binary(16)  not null,
  updated_at   datetime(6) not null,
  primary key (list_id, published_at, article_id),
  key by_updated (list_id, updated_at, article_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table published_former_slug (
  slug         varchar(190) character set ascii collate ascii_bin not null primary key,
  article_id   binary(16)   not null,
  key of_article (article_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table published_alias (
  url_hash     binary(16)    not null primary key,
  url          varchar(2000) not null,
  article_id   binary(16)    not null,
  key of_article (article_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table withdrawn_article (
  id           binary(16)   not null primary key,
  slug         varchar(190) character set ascii collate ascii_bin not null unique,
  sites        text         not null,
  withdrawn_at datetime(6)  not null,
  notice       varchar(5000)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table article_pick (
  article_id   binary(16)   not null,
  position     int          not null,
  picked_id    binary(16)   not null,
  primary key (article_id, position),
  key by_picked (picked_id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- ---------------------------------------------------------------- the change log

-- value: the last sequence given; vocabulary: the last sequence that changed a site, category, tag, author or image.
-- The row is locked last, just before commit, so that the order of sequences is the order of commits.
create table change_counter (
  id           tinyint      not null primary key,
  value        bigint       not null,
  vocabulary   bigint       not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

insert into change_counter (id, value, vocabulary) values (1, 0, 0);

create table change_log (
  sequence     bigint       not null primary key,
  type         varchar(40)  character set ascii collate ascii_bin not null,
  subject_id   binary(16)   not null,
  at           datetime(6)  not null,
  entry        longtext     not null,
  key by_subject (subject_id, sequence)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
