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
  pack text,
  pack_hash text,
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
