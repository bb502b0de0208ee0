-- Answers that were gathered elsewhere: files, imports as jobs, and what was wrong with which line.

-- Files that wait to be imported. What they hold is forgotten once they are, or once nobody has asked for them for a week.
create table survey_import_file (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  encoding text not null check (encoding in ('utf-8', 'gb18030', 'utf-16le')),
  delimiter text not null,
  created_at timestamptz not null,
  forgotten_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, id) references file,
  foreign key (org_id, survey_id) references survey
);
create index survey_import_file_kept on survey_import_file (created_at) where forgotten_at is null;

create table survey_import (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  version_id uuid not null,
  file_id uuid not null,
  reading jsonb not null,
  dry_run boolean not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  progress float8 not null default 0,
  -- up to which line of the file everything is stored
  line_done integer not null default 0,
  attempts integer not null default 0,
  counts jsonb not null,
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey,
  foreign key (org_id, version_id) references survey_version,
  foreign key (org_id, file_id) references survey_import_file
);
create index survey_import_of_survey on survey_import (org_id, survey_id, id desc);
create index survey_import_waiting on survey_import (state, heartbeat_at) where state in ('queued', 'running', 'undoing');
create index survey_response_of_import on survey_response (org_id, import_id) where import_id is not null;

-- Why lines were refused, in the order of the file.
create table survey_import_fault (
  org_id uuid not null,
  import_id uuid not null,
  seq integer not null,
  line integer not null,
  field text not null,
  code text not null,
  primary key (org_id, import_id, seq),
  foreign key (org_id, import_id) references survey_import
);

select protect(t::regclass) from unnest(array['survey_import_file', 'survey_import', 'survey_import_fault']) t;
grant select, insert, update, delete on survey_import_file, survey_import, survey_import_fault to zhiheng_app;

-- Doors in the wall.

-- Imports whose worker died: an organisation and a job to take up again. Says nothing else about them.
create function waiting_survey_imports(silent_for interval) returns table (org_id uuid, job_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select j.org_id, j.id from survey_import j
   where (j.state = 'queued' and j.created_at < now() - silent_for)
     or (j.state in ('running', 'undoing') and coalesce(j.heartbeat_at, j.created_at) < now() - silent_for) limit 1000 $$;

create function organisations_with_old_survey_files(before timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from survey_import_file where forgotten_at is null and created_at < before
   union select org_id from survey_file where resume is not null and created_at < before $$;

revoke execute on function waiting_survey_imports, organisations_with_old_survey_files from public;
grant execute on function waiting_survey_imports, organisations_with_old_survey_files to zhiheng_app;
