-- A whole number beside the id, given once. InnoDB keeps the counter of a table, so a deleted row's number is never given again.
alter table article add column serial bigint not null auto_increment, add unique key by_serial (serial);
alter table category add column serial bigint not null auto_increment, add unique key by_serial (serial);
alter table tag add column serial bigint not null auto_increment, add unique key by_serial (serial);
alter table author add column serial bigint not null auto_increment, add unique key by_serial (serial);
alter table image add column serial bigint not null auto_increment, add unique key by_serial (serial);
alter table published_article add column serial bigint not null default 0;
update published_article p join article a on a.id = p.id set p.serial = a.serial;

-- The lists of language versions that other lists leave out: of all versions of a story (value ''), and of its versions in a
-- language. They exist beside the list of all articles and beside each list of a language, also empty.
insert ignore into published_list (site_id, kind, value)
select site_id, 'o', if(kind = 'a', '', value) from published_list where kind in ('a', 'l');

create temporary table other_version as
select site_id, value, published_at, article_id from (
  select l.site_id, l.value, e.published_at, e.article_id, row_number() over (
    partition by l.site_id, l.value, coalesce(a.translation_group, a.id)
    order by
      case
        when a.tag = s.language then 0
        when a.tag like concat(s.language, '-%') or s.language like concat(a.tag, '-%') then 1
        when substring_index(a.tag, '-', 1) = substring_index(s.language, '-', 1) then 2
        else 3
      end,
      a.translation_group is not null, e.published_at, e.article_id) place
  from (select id, translation_group, convert(json_value(summary, '$.content.language') using ascii) collate ascii_bin tag
      from published_article
      where translation_group is not null
        or id in (select translation_group from published_article where translation_group is not null)) a
    join published_entry e on e.article_id = a.id
    join published_list l on l.id = e.list_id and l.kind in ('a', 'l')
    join site s on s.id = l.site_id) placed
where place > 1;

insert into published_entry (list_id, published_at, article_id, updated_at)
select l.id, o.published_at, o.article_id, o.published_at
from other_version o join published_list l on l.site_id = o.site_id and l.kind = 'o' and l.value = o.value;

update published_list l join (select site_id, value, count(*) size from other_version group by site_id, value) o
  on o.site_id = l.site_id and o.value = l.value
set l.size = o.size where l.kind = 'o';

drop temporary table other_version;
