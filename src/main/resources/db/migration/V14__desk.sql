-- The life of an article on the desk: what was public of it last, what is to happen to it, why it was withdrawn.

alter table article
  add column published_slug     varchar(190) character set ascii collate ascii_bin after published_revision,
  modify column withdrawn_reason text,
  add column withdrawn_notice   text after withdrawn_reason,
  drop column scheduled_request,
  add column scheduled_by       varchar(200) after scheduled_zone,
  add column scheduled_correction text after scheduled_by,
  add column scheduled_minor    boolean not null default false after scheduled_correction,
  add column scheduled_attempts int not null default 0 after scheduled_minor,
  add column scheduled_retry_at datetime(6) after scheduled_attempts,
  add column scheduled_problem  varchar(2000) after scheduled_retry_at,
  drop key by_saved,
  -- whole, so that the desk's search for words reads this index alone
  add key by_saved (saved_at, id, headline, slug, state),
  add key by_creator (creator_id, saved_at, id);

update article set published_slug = slug where published_revision is not null;

alter table article_revision
  add column slug varchar(190) character set ascii collate ascii_bin after number;

update article_revision r join article a on a.id = r.article_id set r.slug = a.slug;

alter table article_revision modify column slug varchar(190) character set ascii collate ascii_bin not null;

-- What is left of the slugs and origins of erased articles: enough to refuse them, too little to tell what they were.
create table erased_mark (
  hash         binary(16)   not null primary key,
  erased_at    datetime(6)  not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

-- The token is kept as its SHA-256, as keys are.
create table preview_link (
  id           binary(16)   not null primary key,
  article_id   binary(16)   not null,
  token_hash   binary(32)   not null unique,
  created_at   datetime(6)  not null,
  created_by   varchar(200) not null,
  expires_at   datetime(6)  not null,
  revoked_at   datetime(6),
  key of_article (article_id, id),
  key by_expiry (expires_at)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
