-- When each cache tag was last named by the change log: feeds tell by it when they last changed, withdrawals included.
-- The tag '' stands for this migration, '*' for the last change of all. modified_at is the validator: no two states of a
-- feed share a second in it.
create table cache_tag_change (
  tag          varchar(64)  character set ascii collate ascii_bin not null primary key,
  changed_at   datetime(6)  not null,
  modified_at  datetime(0)  not null
) engine = innodb default charset = utf8mb4 collate = utf8mb4_bin;

insert into cache_tag_change (tag, changed_at, modified_at)
  values ('', utc_timestamp(0), utc_timestamp(0)), ('*', utc_timestamp(0), utc_timestamp(0));

-- What feeds need to tell readers of a withdrawal: where the article was listed, and as what. Older tombstones lack it.
alter table withdrawn_article
  add column published_at datetime(6),
  add column guid         varchar(1000),
  add column lists        text character set ascii collate ascii_bin not null default '',
  add key by_time (withdrawn_at);

-- Partners get nothing of an article whose rights say so: a list of these for each site, which other lists leave out.
insert ignore into published_list (site_id, kind, value) select id, 'n', '1' from site;
insert ignore into published_entry (list_id, published_at, article_id, updated_at)
  select l.id, a.published_at, a.id, a.updated_at
  from published_article a
  join json_table(a.summary, '$.content.placements[*]' columns (site varchar(36) path '$.site')) placement
  join published_list l on l.site_id = unhex(replace(placement.site, '-', '')) and l.kind = 'n' and l.value = '1'
  where json_value(a.summary, '$.content.rights.syndication') = 'none';
update published_list l set size = (select count(*) from published_entry e where e.list_id = l.id)
  where l.kind = 'n';
