-- What was deleted and can come back, with the categories of cases.
create or replace view trash_item with (security_invoker = true) as
  select org_id, 'service' as kind, id, name, deleted_at from service where deleted_at is not null
  union all select org_id, 'indicator', id, name, deleted_at from indicator where deleted_at is not null
  union all select org_id, 'scorecard', id, name, deleted_at from scorecard where deleted_at is not null
  union all select org_id, 'team', id, name, deleted_at from team where deleted_at is not null
  union all select org_id, 'site', id, name, deleted_at from site where deleted_at is not null
  union all select org_id, 'segment', id, name, deleted_at from segment where deleted_at is not null
  union all select org_id, 'account', id, jsonb_build_object('zh', name, 'en', name), deleted_at from account where deleted_at is not null
  union all select org_id, 'collection', id, name, deleted_at from collection where deleted_at is not null
  union all select org_id, 'calendar', id, name, deleted_at from business_calendar where deleted_at is not null
  union all select org_id, 'agreement', id, name, deleted_at from agreement where deleted_at is not null
  union all select org_id, 'supplier', id, name, deleted_at from supplier where deleted_at is not null
  union all select org_id, 'service-contract', id, jsonb_build_object('zh', name, 'en', name), deleted_at
    from service_contract where deleted_at is not null
  union all select org_id, 'customer', id, jsonb_build_object('zh', shown, 'en', shown), deleted_at from (
    select org_id, id, deleted_at, case kind when 'person' then left(name, 1) || '** (' || code || ')' else name end as shown
    from customer where deleted_at is not null) c
  union all select org_id, 'case-category', id, name, deleted_at from case_category where deleted_at is not null;
