-- Analyses of surveys that need single answers: asked for, calculated by a job, kept with what they are made of.

create table survey_analysis (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  request jsonb not null,
  filters jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress float8 not null default 0,
  -- which answers it is made of, and how many the survey had then: all, and those without a suspicion
  sample jsonb,
  answers integer,
  clean_answers integer,
  result jsonb,
  failure text,
  -- so often it was taken up: a worker writes only what it took up itself
  attempts integer not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey on delete cascade,
  constraint survey_analysis_done check (state <> 'done' or (result is not null and sample is not null)),
  constraint survey_analysis_failed check ((state = 'failed') = (failure is not null))
);
create index survey_analysis_of_survey on survey_analysis (org_id, survey_id, id);
create index survey_analysis_waiting on survey_analysis (state, heartbeat_at) where state in ('queued', 'running');

select protect('survey_analysis'::regclass);
grant select, insert, update, delete on survey_analysis to zhiheng_app;

-- Analyses that nobody works on: their message was lost, or their worker died.
create function waiting_survey_analyses(silent_for interval) returns table (org_id uuid, analysis_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select a.org_id, a.id from survey_analysis a
   where (a.state = 'queued' and a.created_at < now() - silent_for) or (a.state = 'running' and a.heartbeat_at < now() - silent_for) limit 1000 $$;
revoke execute on function waiting_survey_analyses from public;
grant execute on function waiting_survey_analyses to zhiheng_app;
