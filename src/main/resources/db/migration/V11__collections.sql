-- Lists that the desk fills by hand. A collection is public as saved; what stands in it shows only while it is public.

create table collection (
  id             binary(16)   not null primary key,
  site_id        binary(16)   not null,
  slug           varchar(190) character set ascii collate ascii_bin not null,
  name           varchar(200) collate utf8mb4_german2_ci not null,
  type           varchar(16)  character set ascii collate ascii_bin not null,
  description    varchar(5000),
  image_id       binary(16),                      -- with what is said of it here
  image_alt      varchar(2000),
  image_decorative boolean,
  image_caption  varchar(5000),
  image_credit   varchar(500),
  version        bigint       not null default 0,
  created_at     datetime(6)  not null,
  updated_at     datetime(6)  not null,
  unique key by_slug (site_id, slug),
  key by_name (site_id, name, id),
  constraint collection_site foreign key (site_id) references site (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- that of a deleted one, too, until another is made there
create table collection_former_slug (
  site_id        binary(16)   not null,
  slug           varchar(190) character set ascii collate ascii_bin not null,
  collection_id  binary(16)   not null,
  primary key (site_id, slug)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- Any article of the desk, public or not. An article that is deleted leaves its collections.
create table collection_article (
  collection_id  binary(16)   not null,
  position       int          not null,
  article_id     binary(16)   not null,
  primary key (collection_id, position),
  unique key by_member (collection_id, article_id),
  key by_article (article_id, collection_id, position),
  constraint article_in_collection foreign key (collection_id) references collection (id) on delete cascade,
  constraint collected_article foreign key (article_id) references article (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
