-- Knowledge articles, what people say of them, and how many questions they answer.

create table article (
  org_id uuid not null references organisation,
  id uuid not null,
  -- stable name of an article that a pack brought
  code text,
  title jsonb not null,
  body jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
  keywords text[] not null default '{}',
  service_ids uuid[] not null default '{}',
  -- categories of cases: that module stands above, so there is no foreign key
  category_ids uuid[] not null default '{}',
  review_on date,
  views int8 not null default 0,
  useful integer not null default 0,
  not_useful integer not null default 0,
  -- lower limit of the 95 % interval of the share that found it useful; 0 without votes
  usefulness float8 not null default 0,
  -- title, keywords and text as words and two-character fragments, by weight
  words tsvector not null default '',
  version integer not null default 1,
  published_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  pack text,
  pack_hash text,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint article_code_taken unique (org_id, code)
);
create index article_by_words on article using gin (words);
create index article_by_update on article (org_id, updated_at, id);

-- What an article said at every save. Written once.
create table article_version (
  org_id uuid not null,
  article_id uuid not null,
  version integer not null,
  title jsonb not null,
  body jsonb not null,
  state text not null,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (org_id, article_id, version),
  foreign key (org_id, article_id) references article
);

create table article_vote (
  org_id uuid not null,
  article_id uuid not null,
  account_id uuid not null,
  useful boolean not null,
  at timestamptz not null default now(),
  primary key (org_id, article_id, account_id),
  foreign key (org_id, article_id) references article,
  foreign key (org_id, account_id) references account
);

-- Cases by id: that module stands above.
create table article_case (
  org_id uuid not null,
  article_id uuid not null,
  case_id uuid not null,
  at timestamptz not null default now(),
  primary key (org_id, article_id, case_id),
  foreign key (org_id, article_id) references article
);
create index article_case_back on article_case (org_id, case_id);

-- Suggestions that were shown to somebody who was writing, and how that ended.
create table article_offer (
  org_id uuid not null references organisation,
  id uuid not null,
  at timestamptz not null,
  channel text not null check (channel in ('desk', 'portal')),
  service_id uuid,
  outcome text check (outcome in ('solved', 'case-opened')),
  settled_at timestamptz,
  solved_by uuid,
  case_id uuid,
  primary key (org_id, id),
  foreign key (org_id, service_id) references service,
  constraint offer_settled check ((outcome is null) = (settled_at is null))
);
create index article_offer_by_time on article_offer (org_id, at);
create table article_offer_item (
  org_id uuid not null,
  offer_id uuid not null,
  article_id uuid not null,
  place integer not null,
  shown_at timestamptz not null,
  opened_at timestamptz,
  primary key (org_id, offer_id, article_id),
  foreign key (org_id, offer_id) references article_offer,
  foreign key (org_id, article_id) references article
);
create index article_offer_item_by_article on article_offer_item (org_id, article_id);

select protect(t::regclass)
  from unnest(array['article', 'article_version', 'article_vote', 'article_case', 'article_offer', 'article_offer_item']) t;
grant select, insert, update, delete on article, article_vote, article_case, article_offer, article_offer_item to zhiheng_app;
grant select, insert on article_version to zhiheng_app;

-- Full text is not leakproof, so an index on it is never used under policies: this looks within the current organisation only and returns
-- ids. `query` finds; each of `parts` that an article fits adds its rank and is counted.
create function search_articles(query tsquery, parts tsquery[], most integer) returns table (id uuid, score float8, hits integer)
language sql stable security definer set search_path = pg_catalog, public as
$$ select f.id, sum(ts_rank(f.words, p)) as score, count(*)::int4 as hits
   from (select id, words from article where words @@ query and org_id = nullif(current_setting('app.org_id', true), '')::uuid and deleted_at is null
     limit 5000) f
   cross join unnest(parts) p where f.words @@ p group by f.id order by score desc, f.id limit least(most, 5000) $$;
revoke execute on function search_articles from public;
grant execute on function search_articles to zhiheng_app;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['knowledge.read', 'knowledge.write']
  where built_in and code in ('administrator', 'quality-manager', 'service-agent', 'team-lead');
update role set permissions = permissions || array['knowledge.read'] where built_in and code in ('auditor', 'executive');
