-- Causes of findings: trees that people draw, the evidence that supports or refutes a cause, and the register of service failures.

create table cause_analysis (
  org_id uuid not null references organisation,
  id uuid not null,
  finding_id uuid not null,
  method text not null check (method in ('five-whys', 'fishbone', 'fault-tree')),
  title text not null,
  tree jsonb not null,
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, finding_id) references finding
);
create index cause_analysis_by_finding on cause_analysis (org_id, finding_id);
create index cause_analysis_by_update on cause_analysis (org_id, updated_at, id);

-- What was asked of the data and what came out, as it stood then. A node that was taken out of the tree keeps its evidence, in case it comes back.
create table cause_evidence (
  org_id uuid not null,
  id uuid not null,
  analysis_id uuid not null,
  node_id text not null,
  request jsonb not null,
  result jsonb not null,
  note text not null default '',
  at timestamptz not null,
  by uuid,
  primary key (org_id, id),
  foreign key (org_id, analysis_id) references cause_analysis on delete cascade
);
create index cause_evidence_by_analysis on cause_evidence (org_id, analysis_id, at);

create table service_failure (
  org_id uuid not null references organisation,
  id uuid not null,
  failed text not null,
  effect text not null default '',
  service_id uuid,
  began_at timestamptz not null,
  restored_at timestamptz,
  detected_by text not null check (detected_by in ('customer', 'staff', 'monitoring', 'supplier', 'audit')),
  finding_id uuid,
  cause_analysis_id uuid,
  cause_node_id text,
  demo boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, service_id) references service,
  foreign key (org_id, finding_id) references finding,
  foreign key (org_id, cause_analysis_id) references cause_analysis,
  constraint failure_ends_after_beginning check (restored_at >= began_at),
  constraint failure_cause_whole check ((cause_analysis_id is null) = (cause_node_id is null))
);
create index service_failure_by_time on service_failure (org_id, began_at, id);

select protect(t::regclass) from unnest(array['cause_analysis', 'cause_evidence', 'service_failure']) t;
grant select, insert, update, delete on cause_analysis, cause_evidence, service_failure to zhiheng_app;
