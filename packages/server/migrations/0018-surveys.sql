-- Surveys: forms in versions, the ways people come to them, whom they ask, what was answered.

create table survey (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  instrument text,
  -- the draft; what is published stands in survey_version
  form jsonb not null,
  settings jsonb not null,
  anonymous boolean not null default false,
  service_id uuid,
  published integer,
  changed boolean not null default true,
  version integer not null default 1,
  pack text,
  pack_hash text,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint survey_code_taken unique (org_id, code)
);

-- Never changed: what somebody answered can always be read as it was asked.
create table survey_version (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  number integer not null,
  form jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  constraint survey_version_number unique (org_id, survey_id, number),
  foreign key (org_id, survey_id) references survey
);

create table survey_distribution (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  kind text not null check (kind in ('public', 'personal', 'email', 'kiosk', 'telephone', 'snippet', 'after-case')),
  name jsonb not null,
  active boolean not null default true,
  settings jsonb not null,
  -- of public ways: found by its hash, kept sealed so that it can be shown again
  token_hash text,
  token_sealed text,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey
);
create index survey_distribution_by_token on survey_distribution (token_hash) where token_hash is not null;
create index survey_distribution_of_survey on survey_distribution (org_id, survey_id);

-- Somebody who is asked. Of anonymous surveys it never says which answer is theirs, and of the time of answering the day only.
create table survey_invitation (
  org_id uuid not null,
  id uuid not null,
  distribution_id uuid not null,
  survey_id uuid not null,
  customer_id uuid,
  case_id uuid,
  name text not null default '',
  address text not null default '',
  language text,
  service_id uuid,
  site_id uuid,
  team_id uuid,
  segment_id uuid,
  given jsonb not null default '{}',
  token_hash text not null,
  token_sealed text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'opened', 'answered', 'bounced', 'declined', 'suppressed')),
  reason text,
  -- when the invitation or the next reminder goes out; null once nothing is left to send
  next_at timestamptz,
  reminders integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  -- does not want to be asked again, by no survey
  declined_at timestamptz,
  demo boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, distribution_id) references survey_distribution,
  foreign key (org_id, survey_id) references survey
);
create index survey_invitation_by_token on survey_invitation (token_hash);
create index survey_invitation_of_distribution on survey_invitation (org_id, distribution_id, state);
create index survey_invitation_due on survey_invitation (next_at) where next_at is not null;
create index survey_invitation_of_customer on survey_invitation (org_id, customer_id, created_at) where customer_id is not null;
create index survey_invitation_of_address on survey_invitation (org_id, address, created_at) where address <> '';

create table survey_quota (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  name jsonb not null,
  condition jsonb,
  size integer not null check (size > 0),
  counted integer not null default 0,
  position integer not null default 0,
  primary key (org_id, id),
  constraint survey_quota_not_over check (counted <= size),
  foreign key (org_id, survey_id) references survey
);
create index survey_quota_of_survey on survey_quota (org_id, survey_id);

-- Answers that are not submitted yet. `resume` is the hash of a secret of the browser.
create table survey_draft (
  org_id uuid not null,
  resume text not null,
  survey_id uuid not null,
  version_id uuid not null,
  distribution_id uuid not null,
  answers jsonb not null,
  page text,
  language text not null,
  saved_at timestamptz not null,
  primary key (org_id, resume),
  foreign key (org_id, version_id) references survey_version
);
create index survey_draft_old on survey_draft (saved_at);
create index survey_draft_of_distribution on survey_draft (org_id, distribution_id);

-- Files of answers. `resume` is that of the run which sent it, until an answer names it.
create table survey_file (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  resume text,
  field text not null,
  media_type text not null,
  response_id uuid,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, id) references file,
  foreign key (org_id, survey_id) references survey
);
create index survey_file_waiting on survey_file (org_id, resume) where resume is not null;
create index survey_file_of_response on survey_file (org_id, response_id);

-- One submitted answer. Scale fields stand in `scales` in the order of the version's fields: null not answered, -1 not applicable.
-- Of anonymous surveys there is no customer, case, invitation or device, the id is random, and `at` is the day.
create table survey_response (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  version_id uuid not null,
  distribution_id uuid,
  invitation_id uuid,
  customer_id uuid,
  case_id uuid,
  service_id uuid,
  site_id uuid,
  team_id uuid,
  segment_id uuid,
  -- answers to the grouping questions, in their order: with service, site, team and segment the cell of the answer
  groups text[] not null default '{}',
  at timestamptz not null,
  language text not null,
  state text not null check (state in ('complete', 'screened-out')),
  seconds real,
  scales smallint[] not null,
  rest jsonb not null default '{}',
  given jsonb not null default '{}',
  scores jsonb not null default '{}',
  trace jsonb not null default '{}',
  flags text[] not null default '{}',
  -- of the scale answers: equal ones are found by it; null where equal ones would mean nothing
  vector integer,
  verdict text not null default 'unjudged' check (verdict in ('unjudged', 'included', 'excluded')),
  -- counted with the flagged ones: its own flags and what somebody decided, as figures read it
  suspicious boolean not null default false,
  -- hash of the browser's secret, of the invitation, or key of an imported row: the same submission again is the same answer
  once text,
  device text,
  -- an imported answer names its import, so that it can be undone
  import_id uuid,
  -- anonymous surveys show answers in batches of at least the minimum group; null: waits for enough others
  released_at timestamptz,
  xid xid8 not null default pg_current_xact_id(),
  demo boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, version_id) references survey_version
);
create unique index survey_response_once on survey_response (org_id, survey_id, once);
create index survey_response_of_survey on survey_response (org_id, survey_id, at desc, id) include (version_id, state, distribution_id);
create index survey_response_alike on survey_response (org_id, version_id, vector) where vector is not null;
create index survey_response_of_device on survey_response (org_id, survey_id, device) where device is not null;
create index survey_response_unfolded on survey_response (org_id, xid);
create index survey_response_of_customer on survey_response (org_id, customer_id, at) where customer_id is not null;

select protect(t::regclass) from unnest(array['survey', 'survey_version', 'survey_distribution', 'survey_invitation', 'survey_quota', 'survey_draft',
  'survey_file', 'survey_response']) t;
grant select, insert, update, delete on survey, survey_distribution, survey_invitation, survey_quota, survey_draft, survey_file, survey_response to zhiheng_app;
-- No update: a version goes only with its whole survey.
grant select, insert, delete on survey_version to zhiheng_app;

-- Doors in the wall.

create function org_of_survey_token(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from survey_distribution where token_hash = hash
   union all select org_id from survey_invitation where token_hash = hash limit 1 $$;

create function organisations_with_waiting_answers() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from survey_response where released_at is null and state = 'complete' $$;

create function prune_survey_drafts(before timestamptz) returns void language sql security definer set search_path = pg_catalog, public as
$$ delete from survey_draft where saved_at < before $$;

create function organisations_with_due_invitations(until timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from survey_invitation where next_at <= until $$;

revoke execute on function org_of_survey_token, organisations_with_waiting_answers, prune_survey_drafts, organisations_with_due_invitations from public;
grant execute on function org_of_survey_token, organisations_with_waiting_answers, prune_survey_drafts, organisations_with_due_invitations to zhiheng_app;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['surveys.read', 'surveys.write', 'surveys.distribute', 'surveys.enter', 'surveys.responses',
  'feedback.read', 'feedback.write', 'fieldwork.read', 'fieldwork.write', 'campaigns.read', 'campaigns.write']
  where built_in and code in ('administrator', 'quality-manager');
update role set permissions = permissions || array['surveys.read', 'surveys.enter', 'feedback.read', 'feedback.write', 'fieldwork.read']
  where built_in and code = 'service-agent';
update role set permissions = permissions || array['surveys.read', 'surveys.distribute', 'surveys.enter', 'surveys.responses', 'feedback.read',
  'feedback.write', 'fieldwork.read', 'fieldwork.write', 'campaigns.read'] where built_in and code = 'team-lead';
update role set permissions = permissions || array['surveys.read', 'feedback.read', 'fieldwork.read', 'campaigns.read']
  where built_in and code in ('auditor', 'executive');
