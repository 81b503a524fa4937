-- Of the language versions that lists leave out, those in each category (C), with each tag (T) and by each author (W): what a list
-- shows is its size less that of this one.
create temporary table other_version (
  article_id   binary(16)  not null,
  published_at datetime(6) not null,
  site_id      binary(16)  not null,
  primary key (article_id, published_at, site_id)
);

insert into other_version
select e.article_id, e.published_at, l.site_id
from published_list l join published_entry e on e.list_id = l.id
where l.kind = 'o' and l.value = '';

-- reads each entry once
create temporary table other_entry as
select l.site_id, upper(l.kind) kind, l.value, e.published_at, e.article_id
from published_list l
  straight_join published_entry e on e.list_id = l.id
  straight_join other_version o on o.article_id = e.article_id and o.published_at = e.published_at and o.site_id = l.site_id
where l.kind in ('c', 't', 'w') and exists (select 1 from other_version);

insert into published_list (site_id, kind, value, size)
select site_id, kind, value, count(*) from other_entry group by site_id, kind, value;

insert into published_entry (list_id, published_at, article_id, updated_at)
select l.id, o.published_at, o.article_id, o.published_at
from other_entry o join published_list l on l.site_id = o.site_id and l.kind = o.kind and l.value = o.value;

drop temporary table other_entry;
drop temporary table other_version;
