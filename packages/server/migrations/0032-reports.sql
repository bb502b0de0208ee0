-- Reports: made from the figures of the house by a job, kept with their files; made again every month; in the house's own look.

create table report_template (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  primary_colour text not null,
  accent_colour text not null,
  footer text not null,
  logo_file_id uuid,
  logo_type text check (logo_type in ('image/png', 'image/jpeg')),
  logo_width integer,
  logo_height integer,
  version integer not null default 1,
  primary key (org_id, id),
  constraint report_template_name_taken unique (org_id, name),
  constraint report_template_logo check ((logo_file_id is null) = (logo_type is null)),
  foreign key (org_id, logo_file_id) references file
);

create table report_schedule (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  -- kind, language, formats, scope, template, recipients, delivery
  "order" jsonb not null,
  template_id uuid,
  day integer not null check (day between 1 and 31),
  hour integer not null check (hour between 0 and 23),
  -- null while it rests
  next_at timestamptz,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  constraint report_schedule_name_taken unique (org_id, name),
  constraint report_schedule_template foreign key (org_id, template_id) references report_template
);
create index report_schedule_due on report_schedule (next_at) where next_at is not null;

create table report (
  org_id uuid not null references organisation,
  id uuid not null,
  kind text not null,
  period text not null,
  "order" jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress float8 not null default 0,
  failure text,
  -- what every file is written from; kept once it is read, so that a job that is taken up again goes on with the same figures
  document jsonb,
  mailed text check (mailed in ('queued', 'off')),
  schedule_id uuid,
  -- the month in which the schedule made it: once each
  slot text,
  -- so often it was taken up: a worker writes only what it took up itself
  attempts integer not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id),
  constraint report_once_a_slot unique (org_id, schedule_id, slot),
  constraint report_done check (state <> 'done' or document is not null),
  constraint report_failed check ((state = 'failed') = (failure is not null))
);
create index report_waiting on report (state, heartbeat_at) where state in ('queued', 'running');

create table report_file (
  org_id uuid not null,
  report_id uuid not null,
  format text not null check (format in ('pptx', 'pdf', 'xlsx')),
  file_id uuid not null,
  primary key (org_id, report_id, format),
  foreign key (org_id, report_id) references report,
  foreign key (org_id, file_id) references file
);

-- Files that a mail carries.
create table mail_out_file (
  org_id uuid not null,
  mail_id uuid not null,
  file_id uuid not null,
  media_type text not null,
  primary key (org_id, mail_id, file_id),
  foreign key (org_id, mail_id) references mail_out on delete cascade,
  foreign key (org_id, file_id) references file
);

select protect(t::regclass) from unnest(array['report_template', 'report_schedule', 'report', 'report_file', 'mail_out_file']) t;
grant select, insert, update, delete on report_template, report_schedule, report, report_file, mail_out_file to zhiheng_app;

-- Reports that nobody works on: their message was lost, or their worker died.
create function waiting_reports(silent_for interval) returns table (org_id uuid, report_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select r.org_id, r.id from report r
   where (r.state = 'queued' and r.created_at < now() - silent_for) or (r.state = 'running' and r.heartbeat_at < now() - silent_for) limit 1000 $$;

create function organisations_with_due_reports(until timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from report_schedule where next_at <= until $$;

revoke execute on function waiting_reports, organisations_with_due_reports from public;
grant execute on function waiting_reports, organisations_with_due_reports to zhiheng_app;

-- Views by which reports read across modules. They run with the caller's rights, so row-level security holds.

create view reported_agreement with (security_invoker = true) as
  select org_id, id, code, name from agreement where deleted_at is null and version > 0;

create view reported_survey with (security_invoker = true) as
  select org_id, id, code, name from survey where deleted_at is null and published is not null;

create view reported_finding with (security_invoker = true) as
  select org_id, id, number, title, severity, state, times, first_seen, last_seen, closed_at, service_id, team_id, site_id, segment_id
  from finding where merged_into is null;

create view reported_project with (security_invoker = true) as
  select p.org_id, p.id, p.number, p.title, p.state, p.outcome, p.due_on, p.created_at,
    (select max(m.at) from improvement_move m where m.org_id = p.org_id and m.project_id = p.id and m.to_state in ('closed', 'stopped')
      and p.state in ('closed', 'stopped')) as ended_at,
    (select count(*)::int4 from improvement_action a where a.org_id = p.org_id and a.project_id = p.id) as actions,
    (select count(*)::int4 from improvement_action a where a.org_id = p.org_id and a.project_id = p.id and a.state = 'done') as done,
    (select count(*)::int4 from improvement_action a where a.org_id = p.org_id and a.project_id = p.id and a.state <> 'done'
      and a.due_on < current_date) as late
  from improvement_project p where p.deleted_at is null;

grant select on reported_agreement, reported_survey, reported_finding, reported_project to zhiheng_app;
