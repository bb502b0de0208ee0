-- Fields of cases that an organisation adds itself; the values stand in service_case.custom under the code.
create table case_field (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  help jsonb not null default '{"zh": "", "en": ""}',
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'several', 'yes-no')),
  types text[] not null default '{}',
  options jsonb not null default '[]',
  required boolean not null default false,
  position integer not null default 0,
  listed boolean not null default false,
  retired boolean not null default false,
  primary key (org_id, id),
  constraint case_field_code_taken unique (org_id, code)
);
select protect('case_field'::regclass);
grant select, insert, update, delete on case_field to zhiheng_app;

-- Cases that have one of the parts of a question: how much weight of the parts each has, the heaviest first. Full text is not leakproof, so
-- this looks within the current organisation only and returns ids; of what has any part, the newest are weighed.
create function similar_cases(query tsquery, parts tsquery[], weights float8[], most integer) returns table (id uuid, weight float8)
language sql stable security definer set search_path = pg_catalog, public as
$$ select f.id, sum(p.weight) as weight
   from (select id, words from service_case where words @@ query and org_id = nullif(current_setting('app.org_id', true), '')::uuid
     order by opened_at desc limit 3000) f
   cross join unnest(parts, weights) p (part, weight) where f.words @@ p.part
   group by f.id order by weight desc, f.id desc limit least(most, 500) $$;
revoke execute on function similar_cases from public;
grant execute on function similar_cases to zhiheng_app;

-- What can be found by name or code, and the permission that a reader of it needs. Cases and customers are searched by their own modules.
create or replace view search_entry with (security_invoker = true) as
  select org_id, 'service' as kind, id::text as id, code, name, 'catalog.read' as permission from service where deleted_at is null
  union all select org_id, 'indicator', id::text, code, name, 'measurement.read' from indicator where deleted_at is null
  union all select org_id, 'scorecard', id::text, code, name, 'evaluation.read' from scorecard where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from team where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from site where deleted_at is null
  union all select org_id, 'unit', id::text, code, name, 'organisation.read' from segment where deleted_at is null
  union all select org_id, 'account', id::text, email, jsonb_build_object('zh', name, 'en', name), 'identity.read' from account where deleted_at is null
  union all select org_id, 'agreement', id::text, code, name, 'agreements.read' from agreement where deleted_at is null
  union all select org_id, 'calendar', id::text, code, name, 'agreements.read' from business_calendar where deleted_at is null
  union all select org_id, 'supplier', id::text, code, name, 'agreements.read' from supplier where deleted_at is null
  -- an article may have a title in one language only; a draft is for those who write
  union all select org_id, 'article', id::text, coalesce(code, ''), jsonb_build_object('zh', coalesce(nullif(title ->> 'zh', ''), title ->> 'en'),
    'en', coalesce(nullif(title ->> 'en', ''), title ->> 'zh')), case state when 'published' then 'knowledge.read' else 'knowledge.write' end
    from article where deleted_at is null;
