-- What the clocks say over months: history replayed against a draft, and months that were closed.

create table simulation (
  org_id uuid not null references organisation,
  id uuid not null,
  agreement_id uuid not null,
  definition jsonb not null,
  -- a draft of a calendar that is tried as well
  calendar_id uuid,
  calendar_definition jsonb,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  zone text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- the publication that it is compared with: after another one it begins anew
  revision text,
  cases integer,
  cases_read integer not null default 0,
  -- behind which case the next batch begins, and what was counted up to it
  last_case_id uuid,
  tally jsonb,
  attempts integer not null default 0,
  created_by uuid,
  created_at timestamptz not null default now(),
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, agreement_id) references agreement,
  foreign key (org_id, calendar_id) references business_calendar,
  check ((calendar_id is null) = (calendar_definition is null))
);
create index simulation_by_agreement on simulation (org_id, agreement_id, id);
create index simulation_waiting on simulation (state, heartbeat_at) where state in ('queued', 'running');

-- The promises that would have ended differently.
create table simulated_case (
  org_id uuid not null,
  simulation_id uuid not null,
  case_id uuid not null,
  target text not null,
  cycle integer not null,
  change text not null check (change in ('newly-breached', 'spared')),
  before jsonb not null,
  after jsonb not null,
  primary key (org_id, simulation_id, change, case_id, target, cycle),
  foreign key (org_id, simulation_id) references simulation,
  foreign key (org_id, case_id) references service_case
);

-- What was reported when a month was closed; corrections stand beside it. Both are written once.
create table clock_month (
  org_id uuid not null,
  agreement_id uuid not null,
  month text not null,
  zone text not null,
  version integer not null,
  figures jsonb not null,
  closed_at timestamptz not null,
  closed_by uuid,
  primary key (org_id, agreement_id, month),
  foreign key (org_id, agreement_id) references agreement
);
create table clock_month_restatement (
  org_id uuid not null,
  agreement_id uuid not null,
  month text not null,
  number integer not null,
  at timestamptz not null,
  restated_by uuid,
  reason text not null check (reason <> ''),
  deltas jsonb not null,
  primary key (org_id, agreement_id, month, number),
  foreign key (org_id, agreement_id, month) references clock_month
);

select protect(t::regclass) from unnest(array['simulation', 'simulated_case', 'clock_month', 'clock_month_restatement']) t;
grant select, insert, update, delete on simulation to zhiheng_app;
grant select, insert, delete on simulated_case to zhiheng_app;
grant select, insert on clock_month, clock_month_restatement to zhiheng_app;

-- Simulations that nobody works on: their message was lost, or their worker died.
create function waiting_simulations(silent_for interval) returns table (org_id uuid, simulation_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select s.org_id, s.id from simulation s
   where (s.state = 'queued' and s.created_at < now() - silent_for) or (s.state = 'running' and s.heartbeat_at < now() - silent_for) limit 1000 $$;
revoke execute on function waiting_simulations from public;
grant execute on function waiting_simulations to zhiheng_app;

-- Few cases have time taken out.
create index clock_event_excluded on clock_event (org_id, case_id) where detail ? 'excluded';
