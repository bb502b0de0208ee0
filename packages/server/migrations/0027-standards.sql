-- Service standards: clauses in versions that another person approves, in force from a day.

create table standard (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  purpose jsonb not null,
  service_ids uuid[] not null default '{}',
  pack text,
  pack_hash text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint standard_code_taken unique (org_id, code)
);
create index standard_by_update on standard (org_id, updated_at, id);

create table standard_version (
  org_id uuid not null,
  standard_id uuid not null,
  number integer not null,
  state text not null check (state in ('draft', 'waiting', 'approved')),
  clauses jsonb not null,
  reason text not null default '',
  returned text not null default '',
  -- whoever wrote at it: none of them approves it
  writers uuid[] not null default '{}',
  in_force_from date,
  approved_at timestamptz,
  approved_by uuid,
  saved_at timestamptz not null,
  primary key (org_id, standard_id, number),
  foreign key (org_id, standard_id) references standard,
  constraint standard_version_approved check ((state = 'approved') = (in_force_from is not null and approved_at is not null))
);
-- One version is written at a time.
create unique index standard_open_version on standard_version (org_id, standard_id) where state <> 'approved';

select protect(t::regclass) from unnest(array['standard', 'standard_version']) t;
grant select, insert, update, delete on standard, standard_version to zhiheng_app;
