-- Cases that come from other desks.

create table case_import (
  org_id uuid not null references organisation,
  id uuid not null,
  file_id uuid not null,
  source_id uuid not null,
  mapping jsonb not null,
  options jsonb not null default '{}',
  dry_run boolean not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress float8 not null default 0,
  cases_done integer not null default 0,
  attempts integer not null default 0,
  counts jsonb not null,
  comparison jsonb,
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  undone jsonb,
  primary key (org_id, id),
  foreign key (org_id, file_id) references file,
  foreign key (org_id, source_id) references source
);
create index case_import_waiting on case_import (state, heartbeat_at) where state in ('queued', 'running');

-- What an import met, in the order of the file.
create table case_import_finding (
  org_id uuid not null,
  import_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('refused', 'noted', 'difference', 'update')),
  code text not null,
  line integer not null,
  record_key text not null,
  params jsonb not null default '{}',
  primary key (org_id, import_id, seq),
  foreign key (org_id, import_id) references case_import
);

-- What an import last wrote of a case: the same again changes nothing, and what somebody changed here since is left alone.
create table case_import_record (
  org_id uuid not null,
  case_id uuid not null,
  made_by uuid not null,
  written_by uuid not null,
  print text not null,
  case_version integer not null,
  primary key (org_id, case_id),
  foreign key (org_id, case_id) references service_case,
  foreign key (org_id, made_by) references case_import,
  foreign key (org_id, written_by) references case_import
);
create index case_import_record_by_import on case_import_record (org_id, made_by);

select protect(t::regclass) from unnest(array['case_import', 'case_import_finding', 'case_import_record']) t;
grant select, insert, update, delete on case_import, case_import_finding, case_import_record to zhiheng_app;

-- Imports whose worker died: an organisation and a job to take up again. Says nothing else about them.
create function waiting_case_imports(silent_for interval) returns table (org_id uuid, job_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select j.org_id, j.id from case_import j
   where (j.state = 'queued' and j.created_at < now() - silent_for) or (j.state = 'running' and j.heartbeat_at < now() - silent_for) limit 1000 $$;
revoke execute on function waiting_case_imports from public;
grant execute on function waiting_case_imports to zhiheng_app;
