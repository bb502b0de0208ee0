-- Views by which the board's module reads across modules. They run with the caller's rights, so row-level security holds.

-- What can be found by name or code, and the permission that a reader of it needs.
create view search_entry with (security_invoker = true) as
  select org_id, 'service' as kind, id::text as id, code, name, 'catalog.read' as permission from service where deleted_at is null
  union all select org_id, 'indicator', id::text, code, name, 'measurement.read' from indicator where deleted_at is null
  union all select org_id, 'scorecard', id::text, code, name, 'evaluation.read' from scorecard where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from team where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from site where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from segment where deleted_at is null
  union all select org_id, 'account', id::text, email, jsonb_build_object('zh', name, 'en', name), 'identity.read' from account where deleted_at is null;

-- What was deleted and can come back.
create view trash_item with (security_invoker = true) as
  select org_id, 'service' as kind, id, name, deleted_at from service where deleted_at is not null
  union all select org_id, 'indicator', id, name, deleted_at from indicator where deleted_at is not null
  union all select org_id, 'scorecard', id, name, deleted_at from scorecard where deleted_at is not null
  union all select org_id, 'team', id, name, deleted_at from team where deleted_at is not null
  union all select org_id, 'site', id, name, deleted_at from site where deleted_at is not null
  union all select org_id, 'segment', id, name, deleted_at from segment where deleted_at is not null
  union all select org_id, 'account', id, jsonb_build_object('zh', name, 'en', name), deleted_at from account where deleted_at is not null
  union all select org_id, 'collection', id, name, deleted_at from collection where deleted_at is not null;

grant select on search_entry, trash_item to zhiheng_app;
