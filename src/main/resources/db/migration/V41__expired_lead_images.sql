-- Whether the lists with and without a lead image count the articles of an image as without. Older nodes, which write
-- "expired", never write it. Images that have expired before move their articles once.
alter table image
  add column lead_lists_expired boolean not null default false,
  add key by_lead_lists (lead_lists_expired, expires_at);

-- Images whose articles are on their way to the other list, and the last article that is there
create table lead_list_move (
  image_id     binary(16)  not null primary key,
  site_id      binary(16)  not null,
  published_at datetime(6) not null,
  article_id   binary(16)  not null,
  constraint lead_list_move_of_image foreign key (image_id) references image (id) on delete cascade
);
