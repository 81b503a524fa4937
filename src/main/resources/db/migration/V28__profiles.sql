-- What pages of tags, authors and categories show besides the name. An author's links are one to a line.
alter table tag
  add column description varchar(5000),
  add column image_id binary(16),
  add key by_image (image_id);

alter table author
  add column description varchar(5000),
  add column image_id binary(16),
  add column role varchar(200),
  add column email varchar(254),
  add column links text,
  add key by_image (image_id);

alter table category
  add column image_id binary(16),
  add key by_image (image_id);
