-- The articles that are similar in content to an article, as the search index found them. Readers see those of them that are
-- public now. A row holds up to the position of `similar_progress`, unless it is marked.
create table similar_article (
  article_id  binary(16) not null,
  site_id     binary(16) not null,
  version     int        not null,          -- of the rules by which similar articles are chosen
  sequence    bigint     not null,          -- the position of the index that was searched
  wanted      int        not null,          -- how many were searched for
  found       int        not null,          -- how many were found; when fewer, there are no others
  is_outdated boolean    not null,          -- whether a later change may have an effect on it
  primary key (article_id, site_id),
  key by_outdated (is_outdated, article_id),
  constraint similar_to foreign key (article_id) references published_article (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

create table similar_hit (
  article_id  binary(16) not null,
  site_id     binary(16) not null,
  place       int        not null,
  hit_id      binary(16) not null,          -- the similar article, public or not
  score       double     not null,
  words       text       not null,          -- of the first article, that both have; one a line
  tags        text       character set ascii collate ascii_bin not null,
  primary key (article_id, site_id, place),
  key by_hit (hit_id),
  constraint similar_hit_of foreign key (article_id, site_id) references similar_article (article_id, site_id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- One row: the last change of the log whose effect on similar articles is known.
create table similar_progress (
  id       tinyint not null primary key,
  sequence bigint  not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

insert into similar_progress (id, sequence) select 1, value from change_counter where id = 1;
