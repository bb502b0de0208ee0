-- What people say of the service, wherever they say it; who was followed up; what they need.

create table feedback_theme (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  -- in half width and lower case, as the segmenter of texts has them
  words text[] not null default '{}',
  position integer not null default 0,
  retired boolean not null default false,
  demo boolean not null default false,
  primary key (org_id, id),
  constraint feedback_theme_code_taken unique (org_id, code)
);

create table feedback (
  org_id uuid not null references organisation,
  id uuid not null,
  channel text not null check (channel in ('survey', 'case-rating', 'review', 'social', 'suggestion', 'praise', 'letter', 'interview', 'other')),
  -- name of the platform, the survey or the file it came from
  source text not null default '',
  -- what it is called where it came from: the same again is the same feedback
  record_key text,
  author text not null default '',
  contact text not null default '',
  customer_id uuid,
  -- what it was said of: surveys and cases by id, so that it can be read where it came from
  survey_id uuid,
  response_id uuid,
  about_case_id uuid,
  service_id uuid,
  site_id uuid,
  team_id uuid,
  segment_id uuid,
  language text not null default 'none' check (language in ('zh', 'en', 'other', 'none')),
  body text not null,
  score float8,
  score_max float8,
  theme_ids uuid[] not null default '{}',
  themes_by text not null default 'rule' check (themes_by in ('rule', 'hand')),
  polarity text check (polarity in ('positive', 'negative', 'unclear')),
  -- that it sounds positive, by the model; null where a person decided or nobody can tell
  probability float8,
  polarity_by text not null default 'model' check (polarity_by in ('model', 'hand')),
  state text not null default 'new' check (state in ('new', 'routed', 'suggestion', 'answered', 'closed')),
  owner_id uuid,
  tags text[] not null default '{}',
  -- the case that it became
  case_id uuid,
  words tsvector not null default '',
  at timestamptz not null,
  created_at timestamptz not null,
  judged_at timestamptz,
  demo boolean not null default false,
  primary key (org_id, id),
  constraint feedback_score_within check (score is null or (score_max is not null and score <= score_max)),
  constraint feedback_routed check (state <> 'routed' or case_id is not null)
);
create unique index feedback_once on feedback (org_id, channel, source, record_key);
create index feedback_by_time on feedback (org_id, at desc, id desc);
create index feedback_by_state on feedback (org_id, state, at desc, id desc);
create index feedback_of_case on feedback (org_id, case_id) where case_id is not null;
create index feedback_by_words on feedback using gin (words);
create index feedback_corrected on feedback (org_id, judged_at) where polarity_by = 'hand';

create table feedback_answer (
  org_id uuid not null,
  id uuid not null,
  feedback_id uuid not null,
  recipient text not null,
  body text not null,
  at timestamptz not null,
  by uuid,
  primary key (org_id, id),
  foreign key (org_id, feedback_id) references feedback on delete cascade
);
create index feedback_answer_of on feedback_answer (org_id, feedback_id);

-- What an organisation's own corrections taught, and how well that works on corrections it had not seen.
create table feedback_model (
  org_id uuid not null references organisation,
  trained_at timestamptz not null,
  corrections integer not null,
  -- judgements of texts that were left out of the training, the own model and the shipped one on the same texts
  held_out integer not null,
  own_right integer not null,
  shipped_right integer not null,
  -- null: not better than the shipped one, which stays in use
  model bytea,
  primary key (org_id)
);

-- A follow-up after a low score. Ends only with a result.
create table follow_up (
  org_id uuid not null references organisation,
  id uuid not null,
  origin text not null check (origin in ('survey', 'case-rating', 'feedback', 'hand')),
  -- the answer or feedback that opened it: heard twice, it is opened once
  origin_key text,
  survey_id uuid,
  response_id uuid,
  feedback_id uuid,
  customer_id uuid,
  case_id uuid,
  name text not null default '',
  contact text not null default '',
  service_id uuid,
  site_id uuid,
  team_id uuid,
  segment_id uuid,
  measure text not null default '',
  score float8,
  score_max float8,
  said text not null default '',
  owner_id uuid,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  reached_at timestamptz,
  result text check (result in ('recovered', 'not-recovered', 'unreachable')),
  cause text not null default '',
  remedy text not null default '',
  second_score float8,
  closed_at timestamptz,
  closed_by uuid,
  told_overdue boolean not null default false,
  demo boolean not null default false,
  version integer not null default 1,
  primary key (org_id, id),
  constraint follow_up_ends_with_result check ((result is null) = (closed_at is null)),
  constraint follow_up_unreached check (result <> 'unreachable' or reached_at is null)
);
create unique index follow_up_once on follow_up (org_id, origin, origin_key);
create index follow_up_open on follow_up (org_id, due_at, id) where closed_at is null;
create index follow_up_by_time on follow_up (org_id, opened_at desc, id);
create index follow_up_of_feedback on follow_up (org_id, feedback_id) where feedback_id is not null;
create index follow_up_overdue on follow_up (due_at) where closed_at is null and not told_overdue;

create table follow_up_attempt (
  org_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  at timestamptz not null,
  by uuid,
  channel text not null check (channel in ('phone', 'email', 'on-site', 'chat')),
  reached boolean not null,
  note text not null default '',
  primary key (org_id, id),
  foreign key (org_id, follow_up_id) references follow_up on delete cascade
);
create index follow_up_attempt_of on follow_up_attempt (org_id, follow_up_id, at);

-- What customers need, and the features of a service that serve it: a house of quality.
create table customer_need (
  org_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('need', 'pain', 'wish')),
  name text not null,
  detail text not null default '',
  service_id uuid,
  segment_id uuid,
  importance integer not null check (importance between 1 and 5),
  priority text not null default 'should' check (priority in ('must', 'should', 'could', 'not-now')),
  -- how well one serves it oneself, and means to
  own_score integer check (own_score between 1 and 5),
  target_score integer check (target_score between 1 and 5),
  sales_point float8 not null default 1 check (sales_point in (1, 1.2, 1.5)),
  state text not null default 'noted' check (state in ('noted', 'handed-over', 'in-work', 'done', 'declined')),
  handed_to text not null default '',
  handed_at timestamptz,
  state_note text not null default '',
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (org_id, id)
);
create table customer_need_source (
  org_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  feedback_id uuid,
  words text not null default '',
  url text not null default '',
  primary key (org_id, id),
  foreign key (org_id, need_id) references customer_need on delete cascade,
  foreign key (org_id, feedback_id) references feedback on delete cascade
);
create unique index customer_need_source_once on customer_need_source (org_id, need_id, feedback_id);

create table service_feature (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  unit text not null default '',
  target text not null default '',
  direction text not null default 'higher' check (direction in ('higher', 'lower', 'hit')),
  demo boolean not null default false,
  service_id uuid,
  position integer not null default 0,
  deleted_at timestamptz,
  primary key (org_id, id)
);
create table need_relation (
  org_id uuid not null,
  need_id uuid not null,
  feature_id uuid not null,
  strength integer not null check (strength in (1, 3, 9)),
  primary key (org_id, need_id, feature_id),
  foreign key (org_id, need_id) references customer_need on delete cascade,
  foreign key (org_id, feature_id) references service_feature on delete cascade
);
create table competitor (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  demo boolean not null default false,
  position integer not null default 0,
  deleted_at timestamptz,
  primary key (org_id, id)
);
create table competitor_score (
  org_id uuid not null,
  need_id uuid not null,
  competitor_id uuid not null,
  score integer not null check (score between 1 and 5),
  primary key (org_id, need_id, competitor_id),
  foreign key (org_id, need_id) references customer_need on delete cascade,
  foreign key (org_id, competitor_id) references competitor on delete cascade
);

select protect(t::regclass) from unnest(array['feedback_theme', 'feedback', 'feedback_answer', 'feedback_model', 'follow_up', 'follow_up_attempt',
  'customer_need', 'customer_need_source', 'service_feature', 'need_relation', 'competitor', 'competitor_score']) t;
grant select, insert, update, delete on feedback_theme, feedback, feedback_model, follow_up, customer_need, customer_need_source, service_feature,
  need_relation, competitor, competitor_score to zhiheng_app;
grant select, insert on feedback_answer, follow_up_attempt to zhiheng_app;

-- Doors in the wall. Full text is not leakproof, so an index on it is never used under policies: this looks within the current organisation only.
create function search_feedback(query tsquery, most integer) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select id from feedback where words @@ query and org_id = nullif(current_setting('app.org_id', true), '')::uuid
   order by at desc, id desc limit least(most, 10000) $$;

-- Enough judgements by people to learn from, some of them newer than what was learnt, which was learnt some time ago.
create function organisations_with_corrections(fewest integer, learnt_before timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select f.org_id from feedback f left join feedback_model m on m.org_id = f.org_id
   where f.polarity_by = 'hand' and f.polarity <> 'unclear' and f.language = 'zh' group by f.org_id, m.trained_at
   having count(*) >= fewest and (m.trained_at is null or (max(f.judged_at) > m.trained_at and m.trained_at <= learnt_before)) $$;

create function organisations_with_overdue_follow_ups(moment timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from follow_up where closed_at is null and not told_overdue and due_at <= moment $$;

revoke execute on function search_feedback, organisations_with_corrections, organisations_with_overdue_follow_ups from public;
grant execute on function search_feedback, organisations_with_corrections, organisations_with_overdue_follow_ups to zhiheng_app;
