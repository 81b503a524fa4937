-- What readers get of an article on a site, rendered: its list item and, of free articles, all of it. A row is made of the
-- published article and of names that may change since. It is used only while no change after `sequence` names one of its tags.
create table rendered_article (
  article_id       binary(16)  not null,
  site_id          binary(16)  not null,
  render_version   bigint      not null,          -- which code with which settings rendered it
  sequence         bigint      not null,          -- the position of the change log that was rendered
  slug             varchar(190) character set ascii collate ascii_bin not null,
  machine_use      text,                          -- the policy that response headers tell; null: nothing is said
  is_free          boolean     not null,          -- whether all of it is for everybody
  usable_until     datetime(6),                   -- when the rights of one of its images expire
  watched          mediumtext  character set ascii collate ascii_bin not null,  -- tags that only Last-Modified depends on
  item_tags        mediumtext  character set ascii collate ascii_bin not null,
  item_modified_at datetime(6),
  full_tags        mediumtext  character set ascii collate ascii_bin,
  full_modified_at datetime(6),
  card             mediumblob  not null,          -- the view card without its last brace
  summary          mediumblob  not null,          -- what the view summary adds to it
  rest             longblob,                      -- what the view full adds to that; null: it depends on the caller
  primary key (article_id, site_id),
  constraint rendered_of foreign key (article_id) references published_article (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;
