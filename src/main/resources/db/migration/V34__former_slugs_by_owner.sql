-- Deleting, merging and erasing find all former slugs of an entry.
create index by_tag on tag_former_slug (tag_id);
create index by_author on author_former_slug (author_id);
