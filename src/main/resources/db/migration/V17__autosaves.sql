-- Two people may bear one name: whose autosave it is says the caller's id.
alter table article add column saved_by_id binary(16) after saved_by;
