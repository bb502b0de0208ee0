-- What was found wrong, from every source, in one register.

create table finding (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  title jsonb not null,
  description jsonb not null default '{"zh": "", "en": ""}',
  source text not null check (source in ('gap', 'breach', 'hot-spot', 'control-signal', 'threshold', 'forecast', 'low-score', 'budget-burn', 'campaign',
    'complaint', 'audit', 'suggestion', 'manual')),
  kind text check (kind in ('people', 'process', 'technology', 'resources', 'environment')),
  severity text not null check (severity in ('low', 'medium', 'high')),
  state text not null default 'open' check (state in ('open', 'analysing', 'improving', 'verifying', 'closed', 'dismissed')),
  reason text not null default '',
  service_id uuid,
  team_id uuid,
  site_id uuid,
  segment_id uuid,
  indicator text,
  -- what makes two the same: source, indicator and slice, or what the source says
  same_key text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  times integer not null default 1,
  reopened integer not null default 0,
  owner_id uuid,
  due_on date,
  closed_at timestamptz,
  closed_by uuid,
  merged_into uuid,
  opened_by uuid,
  -- 1 to 5 each, as people judged; the model says how they are weighed
  scores jsonb not null default '{}',
  -- amounts of the cost of poor quality, each with where it comes from
  costs jsonb not null default '{}',
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  constraint finding_number_once unique (org_id, number),
  foreign key (org_id, merged_into) references finding,
  constraint finding_closed check ((state in ('closed', 'dismissed')) = (closed_at is not null))
);
-- One that went into another leaves its key to that one.
create unique index finding_once on finding (org_id, same_key) where merged_into is null;
create index finding_by_state on finding (org_id, state, last_seen desc, id desc);
create index finding_by_owner on finding (org_id, owner_id) where owner_id is not null;

create table finding_evidence (
  org_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  kind text not null check (kind in ('figure', 'signal', 'case', 'feedback', 'answer-group', 'campaign-finding', 'objective-alert', 'verification', 'file',
    'note')),
  entity_id text not null,
  label jsonb not null,
  note text not null default '',
  href text,
  -- a number as it stood then
  figure jsonb,
  at timestamptz not null,
  added_by uuid,
  primary key (org_id, id),
  foreign key (org_id, finding_id) references finding on delete cascade,
  constraint finding_evidence_figure check ((kind = 'figure') = (figure is not null))
);
create unique index finding_evidence_once on finding_evidence (org_id, finding_id, kind, entity_id);

-- How findings are ranked. Never changed: what is adjusted is the next version.
create table priority_model (
  org_id uuid not null references organisation,
  version integer not null,
  definition jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, version)
);

-- Hours that a team has free for improvement in a month.
create table team_capacity (
  org_id uuid not null,
  team_id uuid not null,
  hours float8 not null check (hours >= 0),
  updated_at timestamptz not null,
  primary key (org_id, team_id),
  foreign key (org_id, team_id) references team on delete cascade
);

-- Which sources open findings by themselves, and from what on.
create table finding_rule (
  org_id uuid not null references organisation,
  source text not null,
  enabled boolean not null,
  settings jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (org_id, source)
);

-- When the rules were last looked at, and when it is their turn again.
create table finding_look (
  org_id uuid not null references organisation,
  next_at timestamptz not null,
  looked_at timestamptz,
  primary key (org_id)
);

select protect(t::regclass)
from unnest(array['finding', 'finding_evidence', 'priority_model', 'team_capacity', 'finding_rule', 'finding_look']) t;
grant select, insert, update, delete on finding, finding_evidence, team_capacity, finding_rule, finding_look to zhiheng_app;
grant select, insert on priority_model to zhiheng_app;

-- An organisation that was never looked at is due.
create function organisations_with_due_finding_look(until timestamptz) returns table (org_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select o.org_id from organisation o left join finding_look l on l.org_id = o.org_id where l.next_at is null or l.next_at <= until $$;
revoke execute on function organisations_with_due_finding_look from public;
grant execute on function organisations_with_due_finding_look to zhiheng_app;
