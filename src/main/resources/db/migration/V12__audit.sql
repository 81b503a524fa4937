-- The audit as it is read: newest first, whole or of one caller, subject or action. The id ends each order, so it is total.
-- A name may be forgotten, when a person asks for it; what was done stays.

alter table audit
  modify caller_name varchar(200),
  drop key by_caller,
  drop key by_subject,
  drop key by_action,
  add key by_time (at, id),
  add key by_caller (caller_id, at, id),
  add key by_subject (subject_id, at, id),
  add key by_action (action, at, id);
