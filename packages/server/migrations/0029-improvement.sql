-- Improvement: projects with their actions.

create table improvement_project (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  title text not null,
  template text not null check (template in ('pdca', 'dmaic', 'reengineering', 'agile', 'quality-circle')),
  goal text not null default '',
  indicator_code text,
  target_value double precision,
  owner_id uuid,
  start_on date not null,
  due_on date not null,
  budget double precision check (budget >= 0),
  spent double precision not null default 0 check (spent >= 0),
  state text not null default 'draft' check (state in ('draft', 'running', 'verifying', 'closed', 'stopped')),
  outcome text check (outcome in ('effective', 'not-shown', 'harmful', 'too-early', 'not-verified')),
  -- why nobody verifies the effect
  unverified_reason text not null default '',
  -- the plan that was registered when the work began; its verdict alone gives the outcome
  verification_id uuid,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint project_number_taken unique (org_id, number),
  constraint project_ends_after_start check (start_on <= due_on),
  constraint project_outcome_when_closed check ((outcome is not null) = (state = 'closed')),
  constraint project_runs_with_plan check (state in ('draft', 'stopped') or verification_id is not null or unverified_reason <> ''),
  -- no road past the verdict: without a verification there is no other outcome than not verified
  constraint project_outcome_from_verdict check (outcome is null or (outcome = 'not-verified') = (verification_id is null))
);
create index improvement_project_of_indicator on improvement_project (org_id, indicator_code) where indicator_code is not null;

create table improvement_move (
  org_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  from_state text not null,
  to_state text not null,
  outcome text,
  reason text not null default '',
  at timestamptz not null,
  moved_by uuid,
  primary key (org_id, id),
  foreign key (org_id, project_id) references improvement_project on delete cascade
);
create index improvement_move_of_project on improvement_move (org_id, project_id);

create table improvement_finding (
  org_id uuid not null,
  project_id uuid not null,
  finding_id uuid not null,
  primary key (org_id, project_id, finding_id),
  foreign key (org_id, project_id) references improvement_project on delete cascade
);
create index improvement_finding_back on improvement_finding (org_id, finding_id);

-- A cause is a node of an analysis.
create table improvement_cause (
  org_id uuid not null,
  project_id uuid not null,
  analysis_id uuid not null,
  node_id text not null,
  primary key (org_id, project_id, analysis_id, node_id),
  foreign key (org_id, project_id) references improvement_project on delete cascade
);

create table improvement_action (
  org_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  phase text not null,
  title text not null,
  note text not null default '',
  owner_id uuid,
  team_id uuid,
  start_on date,
  due_on date,
  state text not null default 'to-do' check (state in ('to-do', 'doing', 'done')),
  done_at timestamptz,
  weight integer not null default 1 check (weight between 1 and 100),
  -- how far its delay was told: 0 nobody, 1 the owner, 2 the lead of the team, 3 quality management
  told_late integer not null default 0 check (told_late between 0 and 3),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  constraint action_done_has_time check ((state = 'done') = (done_at is not null)),
  constraint action_ends_after_start check (start_on <= due_on),
  foreign key (org_id, project_id) references improvement_project on delete cascade
);
create index improvement_action_of_project on improvement_action (org_id, project_id);
create index improvement_action_late on improvement_action (due_on) where state <> 'done' and told_late < 3;

-- Both of one project; no circles, which the application sees to while it holds the project.
create table improvement_dependency (
  org_id uuid not null,
  action_id uuid not null,
  needs_id uuid not null,
  primary key (org_id, action_id, needs_id),
  constraint action_needs_another check (action_id <> needs_id),
  foreign key (org_id, action_id) references improvement_action on delete cascade,
  foreign key (org_id, needs_id) references improvement_action on delete cascade
);
create index improvement_dependency_back on improvement_dependency (org_id, needs_id);

select protect(t::regclass) from unnest(array['improvement_project', 'improvement_move', 'improvement_finding', 'improvement_cause',
  'improvement_action', 'improvement_dependency']) t;
grant select, insert, update, delete on improvement_project, improvement_finding, improvement_cause, improvement_action, improvement_dependency
  to zhiheng_app;
grant select, insert on improvement_move to zhiheng_app;

-- Which organisations have an action that is late and was not told to everybody who must know. Days are those of the organisation.
create function organisations_with_late_actions(moment timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct a.org_id from improvement_action a join organisation o on o.org_id = a.org_id
  join improvement_project p on p.org_id = a.org_id and p.id = a.project_id and p.deleted_at is null and p.state in ('running', 'verifying')
  where a.state <> 'done' and a.told_late < 3
    and a.due_on + (array[0, 3, 7])[a.told_late + 1] < (moment at time zone o.time_zone)::date $$;
revoke execute on function organisations_with_late_actions from public;
grant execute on function organisations_with_late_actions to zhiheng_app;

-- Review meetings. The agenda is read from the data until the meeting is held, and kept from then on.
create table review_meeting (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('service', 'improvement')),
  title text not null,
  at timestamptz not null,
  minutes integer not null default 60 check (minutes between 5 and 600),
  place text not null default '',
  attendee_ids uuid[] not null default '{}',
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  agenda jsonb,
  record text not null default '',
  reason text not null default '',
  held_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint review_number_taken unique (org_id, number),
  constraint review_held_has_agenda check ((state = 'held') = (agenda is not null and held_at is not null))
);
create index review_meeting_by_day on review_meeting (org_id, at desc);

create table review_decision (
  org_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  text text not null,
  owner_id uuid,
  due_on date,
  done boolean not null default false,
  project_id uuid,
  -- the action that it became; gone with it, the decision stands for itself again
  action_id uuid,
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (org_id, id),
  foreign key (org_id, review_id) references review_meeting on delete cascade
);
create index review_decision_of_review on review_decision (org_id, review_id);

-- Suggestions of staff and customers. The author of one from outside has no account.
create table suggestion (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  title text not null,
  text text not null default '',
  origin text not null check (origin in ('staff', 'customer')),
  author_id uuid,
  author_name text not null default '',
  contact text not null default '',
  service_id uuid,
  state text not null default 'new' check (state in ('new', 'considering', 'accepted', 'declined', 'done', 'withdrawn')),
  answer text not null default '',
  judged_by uuid,
  finding_id uuid,
  project_id uuid,
  at timestamptz not null,
  version integer not null default 1,
  demo boolean not null default false,
  updated_at timestamptz not null,
  primary key (org_id, id),
  constraint suggestion_number_taken unique (org_id, number)
);
create index suggestion_by_day on suggestion (org_id, at desc);

-- What was given for a suggestion; a record, never changed.
create table suggestion_reward (
  org_id uuid not null,
  id uuid not null,
  suggestion_id uuid not null,
  points integer not null check (points > 0),
  note text not null default '',
  at timestamptz not null,
  given_by uuid,
  primary key (org_id, id),
  foreign key (org_id, suggestion_id) references suggestion on delete cascade
);
create index suggestion_reward_of_suggestion on suggestion_reward (org_id, suggestion_id);

-- Without a row the box for customers is closed and the leaderboard is shown.
create table suggestion_setting (
  org_id uuid not null references organisation,
  -- part of the public address: it names the organisation and guards nothing
  code text not null,
  settings jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (org_id)
);
create index suggestion_setting_by_code on suggestion_setting (code);

select protect(t::regclass) from unnest(array['review_meeting', 'review_decision', 'suggestion', 'suggestion_reward', 'suggestion_setting']) t;
grant select, insert, update, delete on review_meeting, review_decision, suggestion, suggestion_setting to zhiheng_app;
grant select, insert on suggestion_reward to zhiheng_app;

create function org_of_suggestion_box(name text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from suggestion_setting where code = name order by updated_at limit 1 $$;
revoke execute on function org_of_suggestion_box from public;
grant execute on function org_of_suggestion_box to zhiheng_app;

-- Quality plans. The record of each of the eight steps, goals and lines are data that a plan brings along; progress is read from projects.
create table quality_plan (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  title text not null,
  scope text not null default '',
  from_on date not null,
  until_on date not null,
  state text not null default 'draft' check (state in ('draft', 'adopted', 'closed')),
  steps jsonb not null default '{}',
  goals jsonb not null default '[]',
  lines jsonb not null default '[]',
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint quality_plan_number_taken unique (org_id, number),
  constraint quality_plan_ends_after_start check (from_on <= until_on)
);

select protect('quality_plan'::regclass);
grant select, insert, update, delete on quality_plan to zhiheng_app;
