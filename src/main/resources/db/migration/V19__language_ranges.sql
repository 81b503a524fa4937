-- A list of a language also holds the articles of its regions and scripts: `de` those in `de-AT`. An article was in the list
-- of its whole language tag alone, so no entry can exist twice.
create temporary table language_range as
select l.id list_id, l.site_id, l.size, substring_index(l.value, '-', n.seq) value
from published_list l join seq_1_to_18 n on n.seq <= length(l.value) - length(replace(l.value, '-', ''))
where l.kind = 'l';

insert ignore into published_list (site_id, kind, value) select distinct site_id, 'l', value from language_range;

insert into published_entry (list_id, published_at, article_id, updated_at)
select l.id, e.published_at, e.article_id, e.updated_at
from language_range r join published_list l on l.site_id = r.site_id and l.kind = 'l' and l.value = r.value
  join published_entry e on e.list_id = r.list_id;

update published_list l join (select site_id, value, sum(size) size from language_range group by site_id, value) r
  on r.site_id = l.site_id and r.value = l.value
set l.size = l.size + r.size where l.kind = 'l';

drop temporary table language_range;
