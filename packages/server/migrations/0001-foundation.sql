-- Identity, organisation, catalogue, measurement, evaluation.
-- Keys are (org_id, id); every table carries row-level security; the application's login owns nothing.

create table organisation (
  org_id uuid primary key,
  name text not null,
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  time_zone text not null,
  created_at timestamptz not null default now()
);

create table event (
  org_id uuid not null references organisation,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('account', 'api-key', 'system')),
  type text not null,
  entity_kind text not null,
  entity_id text not null,
  label text,
  data jsonb not null default '{}',
  xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id)
);
create index event_by_entity on event (org_id, entity_kind, entity_id, id);
create index event_by_xid on event (org_id, xid, id);

-- identity ------------------------------------------------------------------

create table account (
  org_id uuid not null references organisation,
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  state text not null check (state in ('invited', 'active', 'disabled')),
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  theme text not null default 'system' check (theme in ('light', 'dark', 'system')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint account_email_taken unique (org_id, email)
);
create index account_by_email on account (email);

create table role (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  permissions text[] not null,
  built_in boolean not null default false,
  primary key (org_id, id),
  constraint role_code_taken unique (org_id, code)
);

create table account_role (
  org_id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  primary key (org_id, account_id, role_id),
  foreign key (org_id, account_id) references account,
  constraint role_in_use foreign key (org_id, role_id) references role
);

create table session (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text,
  address text,
  primary key (org_id, id),
  foreign key (org_id, account_id) references account
);
create index session_by_token on session (token_hash);

create table access_link (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('invite', 'reset')),
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, account_id) references account
);
create index access_link_by_token on access_link (token_hash);

create table api_key (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,
  key_hash text not null,
  role_id uuid not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (org_id, id),
  constraint role_in_use_by_key foreign key (org_id, role_id) references role
);
create index api_key_by_hash on api_key (key_hash);

create table idempotency_key (
  org_id uuid not null references organisation,
  key text not null,
  request_hash text not null,
  status integer not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, key)
);

-- organisation --------------------------------------------------------------

create table team (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  parent_id uuid,
  pack text,
  pack_hash text,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint team_code_taken unique (org_id, code),
  foreign key (org_id, parent_id) references team
);
create table site (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  parent_id uuid,
  pack text,
  pack_hash text,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint site_code_taken unique (org_id, code),
  foreign key (org_id, parent_id) references site
);
create table segment (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  parent_id uuid,
  pack text,
  pack_hash text,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint segment_code_taken unique (org_id, code),
  foreign key (org_id, parent_id) references segment
);

create table team_member (
  org_id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  lead boolean not null default false,
  primary key (org_id, team_id, account_id),
  foreign key (org_id, team_id) references team,
  foreign key (org_id, account_id) references account
);

-- catalogue -----------------------------------------------------------------

create table service (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  type text not null,
  description jsonb not null,
  customers jsonb,
  owner_id uuid,
  team_id uuid,
  channels text[] not null default '{}',
  state text not null default 'live' check (state in ('pipeline', 'live', 'retired')),
  parent_id uuid,
  pack text,
  pack_hash text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint service_code_taken unique (org_id, code),
  foreign key (org_id, owner_id) references account,
  foreign key (org_id, team_id) references team,
  foreign key (org_id, parent_id) references service
);
create table service_dependency (
  org_id uuid not null,
  service_id uuid not null,
  depends_on_id uuid not null,
  primary key (org_id, service_id, depends_on_id),
  foreign key (org_id, service_id) references service,
  foreign key (org_id, depends_on_id) references service,
  constraint service_depends_on_itself check (service_id <> depends_on_id)
);

-- measurement ---------------------------------------------------------------

create table indicator (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  definition jsonb not null,
  dimension text not null,
  perspective text not null check (perspective in ('technical', 'user')),
  measure text not null check (measure in ('number', 'duration', 'share', 'count', 'formula')),
  unit text not null,
  decimals integer not null check (decimals between 0 and 6),
  direction text not null check (direction in ('higher', 'lower', 'nominal')),
  aggregate text not null,
  period text not null,
  formula text,
  plausible_min float8,
  plausible_max float8,
  source text,
  target_source jsonb,
  owner_id uuid,
  pack text,
  pack_hash text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint indicator_code_taken unique (org_id, code),
  constraint indicator_formula check ((measure = 'formula') = (formula is not null)),
  foreign key (org_id, owner_id) references account
);

create table indicator_limits (
  org_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  valid_from date not null,
  target float8,
  warning float8,
  critical float8,
  pack_hash text,
  created_at timestamptz not null default now(),
  primary key (org_id, indicator_id, version),
  constraint limits_one_a_day unique (org_id, indicator_id, valid_from),
  foreign key (org_id, indicator_id) references indicator
);

create table benchmark (
  org_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  kind text not null check (kind in ('industry', 'own', 'peer')),
  value float8 not null,
  source jsonb not null,
  url text,
  as_of date not null,
  pack text,
  pack_hash text,
  primary key (org_id, id),
  foreign key (org_id, indicator_id) references indicator
);

create table subject (
  org_id uuid not null references organisation,
  id uuid not null,
  service_id uuid,
  team_id uuid,
  site_id uuid,
  segment_id uuid,
  primary key (org_id, id),
  constraint subject_exists unique nulls not distinct (org_id, service_id, team_id, site_id, segment_id),
  foreign key (org_id, service_id) references service,
  foreign key (org_id, team_id) references team,
  foreign key (org_id, site_id) references site,
  foreign key (org_id, segment_id) references segment
);

create table source (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  demo boolean not null default false,
  primary key (org_id, id),
  constraint source_code_taken unique (org_id, code)
);

create table file (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  size integer not null,
  sha256 text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create table file_chunk (
  org_id uuid not null,
  file_id uuid not null,
  seq integer not null,
  data bytea not null,
  primary key (org_id, file_id, seq),
  foreign key (org_id, file_id) references file
);

create table import_mapping (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name text not null,
  mapping jsonb not null,
  options jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint import_mapping_code_taken unique (org_id, code)
);

create table import_job (
  org_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  mapping_id uuid,
  source_id uuid not null,
  mapping jsonb not null,
  options jsonb not null default '{}',
  dry_run boolean not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress float8 not null default 0,
  rows_done integer not null default 0,
  attempts integer not null default 0,
  counts jsonb not null,
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, file_id) references file,
  foreign key (org_id, source_id) references source
);
create index import_job_newest on import_job (org_id, created_at desc, id);
create index import_job_waiting on import_job (state, heartbeat_at) where state in ('queued', 'running');

-- One acknowledged call or one slice of an import: what came in and what became of it.
create table ingest_batch (
  org_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  import_id uuid,
  received integer not null,
  stored integer not null,
  corrected integer not null,
  unchanged integer not null,
  quarantined integer not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, source_id) references source
);
create index ingest_batch_by_import on ingest_batch (org_id, import_id);

-- Identity is (source, record key, indicator, at). Values are integers: value × 10^decimals, durations in seconds, shares as the
-- number of yes among n.
create table observation (
  org_id uuid not null,
  source_id uuid not null,
  record_key text not null,
  indicator_id uuid not null,
  at timestamptz not null,
  subject_id uuid not null,
  value int8 not null,
  n integer not null default 1,
  batch_id uuid not null,
  line integer,
  primary key (org_id, source_id, record_key, indicator_id, at)
) partition by range (at);
create index observation_by_series on observation (org_id, indicator_id, subject_id, at);
create index observation_by_time on observation using brin (at);

create table rollup (
  org_id uuid not null,
  indicator_id uuid not null,
  subject_id uuid not null,
  grain text not null check (grain in ('hour', 'day', 'month')),
  bucket timestamptz not null,
  limits_version integer not null,
  n int8 not null,
  n_ok int8 not null,
  total numeric not null,
  squares numeric not null,
  low int8,
  high int8,
  histogram bytea,
  stale boolean not null default false,
  primary key (org_id, indicator_id, grain, bucket, subject_id, limits_version)
);
create index rollup_stale on rollup (org_id) where stale;
-- Which months there are, and what was measured in one, whatever the indicator.
create index rollup_by_month on rollup (org_id, bucket) where grain = 'month';

create table rollup_delta (
  org_id uuid not null,
  batch_id uuid not null,
  indicator_id uuid not null,
  subject_id uuid not null,
  grain text not null,
  bucket timestamptz not null,
  limits_version integer not null,
  n int8 not null,
  n_ok int8 not null,
  total numeric not null,
  squares numeric not null,
  low int8,
  high int8,
  histogram bytea,
  stale boolean not null default false
);
create index rollup_delta_by_batch on rollup_delta (org_id, batch_id);

create table quarantine (
  org_id uuid not null references organisation,
  id uuid not null,
  at timestamptz not null default now(),
  source_id uuid not null,
  import_id uuid,
  batch_id uuid,
  line integer,
  indicator_code text,
  reason text not null,
  params jsonb not null default '{}',
  input jsonb not null,
  raw jsonb not null,
  state text not null default 'open' check (state in ('open', 'released', 'dismissed', 'dry-run')),
  primary key (org_id, id),
  foreign key (org_id, source_id) references source
);
create index quarantine_open on quarantine (org_id, state, id);
create index quarantine_by_import on quarantine (org_id, import_id);

create table collection (
  org_id uuid not null references organisation,
  id uuid not null,
  name jsonb not null,
  period text not null,
  indicators text[] not null,
  subject_ids uuid[] not null,
  owner_id uuid,
  starts_on date not null,
  due_days integer not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references account
);
create table key_node (
  org_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  name jsonb not null,
  held_on date not null,
  primary key (org_id, id),
  foreign key (org_id, collection_id) references collection
);

-- evaluation ----------------------------------------------------------------

create table scorecard (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  description jsonb not null,
  settings jsonb not null,
  headline text[] not null,
  tree jsonb not null,
  pack text,
  pack_hash text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint scorecard_code_taken unique (org_id, code)
);

-- packs ---------------------------------------------------------------------

create table installed_pack (
  org_id uuid not null references organisation,
  code text not null,
  version integer not null,
  name jsonb not null,
  description jsonb not null,
  demo jsonb,
  demo_loaded_at timestamptz,
  installed_at timestamptz not null default now(),
  primary key (org_id, code)
);
