-- What machines may do with the content, as JSON. Null: nothing is said. Articles state it in their rights.
alter table site
  add column machine_use text;

alter table category
  add column machine_use text;
