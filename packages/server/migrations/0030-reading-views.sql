-- Views by which the board's module reads across modules. They run with the caller's rights, so row-level security holds.

-- What can be found by name or code, and the permission that a reader of it needs. Cases and customers are searched by their own modules.
create view search_entry with (security_invoker = true) as
  select org_id, 'service' as kind, id::text as id, code, name, 'catalog.read' as permission from service where deleted_at is null
  union all select org_id, 'indicator', id::text, code, name, 'measurement.read' from indicator where deleted_at is null
  union all select org_id, 'scorecard', id::text, code, name, 'evaluation.read' from scorecard where deleted_at is null
  union all select a.org_id, 'cause-analysis', a.id::text, f.number, jsonb_build_object('zh', a.title, 'en', a.title), 'findings.read'
    from cause_analysis a join finding f on f.org_id = a.org_id and f.id = a.finding_id where a.deleted_at is null
  union all select org_id, 'standard', id::text, code, name, 'standards.read' from standard where deleted_at is null
  union all select org_id, 'campaign', id::text, code, name, 'campaigns.read' from campaign where deleted_at is null
  union all select org_id, 'finding', id::text, number, title, 'findings.read' from finding where merged_into is null
  union all select org_id, 'project', id::text, number, jsonb_build_object('zh', title, 'en', title), 'improvement.read' from improvement_project
    where deleted_at is null
  union all select org_id, 'review', id::text, number, jsonb_build_object('zh', title, 'en', title), 'improvement.read' from review_meeting
    where deleted_at is null
  union all select org_id, 'service-plan', id::text, number, jsonb_build_object('zh', title, 'en', title), 'improvement.read' from quality_plan
    where deleted_at is null
  union all select org_id, 'field-study', id::text, code, name, 'fieldwork.read' from field_study where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from team where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from site where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from segment where deleted_at is null
  union all select org_id, 'account', id::text, email, jsonb_build_object('zh', name, 'en', name), 'identity.read' from account where deleted_at is null
  union all select org_id, 'agreement', id::text, code, name, 'agreements.read' from agreement where deleted_at is null
  union all select org_id, 'calendar', id::text, code, name, 'agreements.read' from business_calendar where deleted_at is null
  union all select org_id, 'survey', id::text, code, name, 'surveys.read' from survey where deleted_at is null
  union all select org_id, 'supplier', id::text, code, name, 'agreements.read' from supplier where deleted_at is null
  -- an article may have a title in one language only; a draft is for those who write
  union all select org_id, 'article', id::text, coalesce(code, ''), jsonb_build_object('zh', coalesce(nullif(title ->> 'zh', ''), title ->> 'en'),
    'en', coalesce(nullif(title ->> 'en', ''), title ->> 'zh')), case state when 'published' then 'knowledge.read' else 'knowledge.write' end
    from article where deleted_at is null;

-- What was deleted and can come back. A person is named by code and first sign: more people empty the trash than may read names.
create view trash_item with (security_invoker = true) as
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
  union all select org_id, 'survey', id, name, deleted_at from survey where deleted_at is not null
  union all select org_id, 'cause-analysis', id, jsonb_build_object('zh', title, 'en', title), deleted_at from cause_analysis where deleted_at is not null
  union all select org_id, 'service-failure', id, jsonb_build_object('zh', failed, 'en', failed), deleted_at
    from service_failure where deleted_at is not null
  union all select org_id, 'standard', id, name, deleted_at from standard where deleted_at is not null
  union all select org_id, 'campaign', id, name, deleted_at from campaign where deleted_at is not null
  union all select org_id, 'project', id, jsonb_build_object('zh', number || ' ' || title, 'en', number || ' ' || title), deleted_at
    from improvement_project where deleted_at is not null
  union all select org_id, 'review', id, jsonb_build_object('zh', number || ' ' || title, 'en', number || ' ' || title), deleted_at
    from review_meeting where deleted_at is not null
  union all select org_id, 'service-plan', id, jsonb_build_object('zh', number || ' ' || title, 'en', number || ' ' || title), deleted_at
    from quality_plan where deleted_at is not null
  union all select org_id, 'field-study', id, name, deleted_at from field_study where deleted_at is not null
  -- a session of a deleted study comes back with the study
  union all select s.org_id, 'field-session', s.id, jsonb_build_object('zh', (t.name ->> 'zh') || ' #' || s.number, 'en', (t.name ->> 'en') || ' #' || s.number),
    s.deleted_at from field_session s join field_study t on t.org_id = s.org_id and t.id = s.study_id
    where s.deleted_at is not null and t.deleted_at is null
  union all select org_id, 'case-category', id, name, deleted_at from case_category where deleted_at is not null
  union all select org_id, 'customer-need', id, jsonb_build_object('zh', name, 'en', name), deleted_at from customer_need where deleted_at is not null
  -- an article may have a title in one language only
  union all select org_id, 'article', id, jsonb_build_object('zh', coalesce(nullif(title ->> 'zh', ''), title ->> 'en'),
    'en', coalesce(nullif(title ->> 'en', ''), title ->> 'zh')), deleted_at from article where deleted_at is not null;

grant select on search_entry, trash_item to zhiheng_app;
