-- Probes that look whether a service answers, and objectives with their error budgets.

create table probe (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  service_id uuid not null,
  kind text not null check (kind in ('http', 'tcp')),
  -- HTTP: the address; TCP: host:port
  address text not null,
  interval_seconds integer not null default 60 check (interval_seconds between 30 and 3600),
  timeout_ms integer not null default 10000 check (timeout_ms between 100 and 30000),
  -- empty: every 2xx
  expected_status integer[] not null default '{}',
  expected_text text,
  follow_redirects boolean not null default true,
  enabled boolean not null default true,
  demo boolean not null default false,
  -- moment of the next run; runs lie on a grid of the interval, so that every stretch of that length holds one
  next_at timestamptz,
  state text not null default 'unknown' check (state in ('unknown', 'up', 'down')),
  state_since timestamptz,
  last_at timestamptz,
  last_latency_ms integer,
  last_reason text,
  tls_expires_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint probe_code_taken unique (org_id, code),
  foreign key (org_id, service_id) references service
);
create index probe_due on probe (next_at) where enabled;

-- The last runs, for people; what counts are the observations.
create table probe_run (
  org_id uuid not null,
  probe_id uuid not null,
  at timestamptz not null,
  up boolean not null,
  latency_ms integer,
  reason text not null,
  status integer,
  primary key (org_id, probe_id, at),
  foreign key (org_id, probe_id) references probe on delete cascade
);

-- Runs per day of the organisation's zone; missed are those that should have been and were not.
create table probe_day (
  org_id uuid not null,
  probe_id uuid not null,
  day date not null,
  up integer not null default 0,
  down integer not null default 0,
  missed integer not null default 0,
  primary key (org_id, probe_id, day),
  foreign key (org_id, probe_id) references probe on delete cascade
);

create table objective (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  draft jsonb,
  -- of the published definition; 0 while there is none
  version integer not null default 0,
  revision integer not null default 1,
  demo boolean not null default false,
  pack text,
  pack_hash text,
  retired_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint objective_code_taken unique (org_id, code)
);

create table objective_version (
  org_id uuid not null,
  objective_id uuid not null,
  version integer not null,
  definition jsonb not null,
  effective_from timestamptz not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, objective_id, version),
  foreign key (org_id, objective_id) references objective on delete cascade
);

-- Time that a promise does not cover. It counts from the approval on.
create table objective_exclusion (
  org_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected')),
  decided_by uuid,
  decided_at timestamptz,
  note text,
  primary key (org_id, id),
  foreign key (org_id, objective_id) references objective on delete cascade,
  foreign key (org_id, entered_by) references account,
  foreign key (org_id, decided_by) references account,
  constraint exclusion_ends_after_it_begins check (from_at <= to_at),
  constraint exclusion_by_two_people check (decided_by is null or decided_by <> entered_by)
);
create index objective_exclusion_of on objective_exclusion (org_id, objective_id);

-- What an exclusion made of a figure that had been shown. Written once.
create table objective_restatement (
  org_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  exclusion_id uuid not null,
  at timestamptz not null,
  window_from timestamptz not null,
  window_to timestamptz not null,
  before_good int8 not null,
  before_n int8 not null,
  after_good int8 not null,
  after_n int8 not null,
  primary key (org_id, id),
  foreign key (org_id, exclusion_id) references objective_exclusion on delete cascade
);
create index objective_restatement_of on objective_restatement (org_id, objective_id);

-- One row while the budget burns too fast, and for ever after.
create table objective_alert (
  org_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  version integer not null,
  -- the pair: rate and long stretch in seconds
  rate float8 not null,
  stretch integer not null,
  severity text not null check (severity in ('page', 'ticket')),
  fired_at timestamptz not null,
  long_rate float8 not null,
  bad int8 not null,
  n int8 not null,
  recovered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, objective_id) references objective on delete cascade
);
create index objective_alert_newest on objective_alert (org_id, fired_at desc);
create unique index objective_alert_open on objective_alert (org_id, objective_id, rate, stretch) where recovered_at is null;

-- Projections of observations, made again by one command: what was counted per minute, and how that stands.
create table objective_minute (
  org_id uuid not null,
  objective_id uuid not null,
  version integer not null,
  -- minutes since 1970
  minute integer not null,
  good int8 not null,
  total int8 not null,
  primary key (org_id, objective_id, version, minute),
  foreign key (org_id, objective_id) references objective on delete cascade
);
create table objective_state (
  org_id uuid not null,
  objective_id uuid not null,
  as_of timestamptz,
  status jsonb,
  burning jsonb,
  next_at timestamptz not null,
  -- when all of it is read anew, for observations that came late
  recount_at timestamptz not null,
  primary key (org_id, objective_id),
  foreign key (org_id, objective_id) references objective on delete cascade
);
create index objective_state_due on objective_state (next_at);

select protect(t::regclass) from unnest(array['probe', 'probe_run', 'probe_day', 'objective', 'objective_version', 'objective_exclusion',
  'objective_restatement', 'objective_alert', 'objective_minute', 'objective_state']) t;
grant select, insert, update, delete on probe, probe_run, probe_day, objective, objective_exclusion, objective_alert, objective_minute, objective_state
  to zhiheng_app;
grant select, insert on objective_version, objective_restatement to zhiheng_app;

-- Doors in the wall.

create function organisations_with_due_probes(until timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from probe where enabled and next_at <= until $$;

create function organisations_with_due_objectives(until timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from objective_state where next_at <= until $$;

revoke execute on function organisations_with_due_probes, organisations_with_due_objectives from public;
grant execute on function organisations_with_due_probes, organisations_with_due_objectives to zhiheng_app;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['objectives.read', 'objectives.define'] where built_in and code in ('administrator', 'quality-manager');
update role set permissions = permissions || array['objectives.read']
  where built_in and code in ('service-agent', 'team-lead', 'auditor', 'executive');
