-- Fieldwork: studies with their guides, sessions, what raters and coders made of them.

create table field_study (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null check (kind in ('interview', 'focus-group', 'observation', 'mystery-visit')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  purpose jsonb not null,
  service_id uuid,
  from_day date,
  until_day date,
  wanted integer check (wanted > 0),
  raters integer not null check (raters between 1 and 5),
  -- draft of the guide; what is published stands in field_guide
  form jsonb not null,
  published integer,
  changed boolean not null default true,
  -- the study that it was copied from
  previous_id uuid,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint field_study_code_taken unique (org_id, code),
  foreign key (org_id, previous_id) references field_study,
  constraint field_study_days check (from_day is null or until_day is null or from_day <= until_day)
);

-- Never changed: a sheet can always be read as it was asked.
create table field_guide (
  org_id uuid not null,
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  form jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  constraint field_guide_number unique (org_id, study_id, number),
  foreign key (org_id, study_id) references field_study
);

create table field_session (
  org_id uuid not null,
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  place text not null default '',
  service_id uuid,
  site_id uuid,
  team_id uuid,
  conductor_id uuid,
  -- why it was cancelled, or went back to be planned
  reason text not null default '',
  held_at timestamptz,
  -- the guide that all its sheets follow, from the first that is begun
  guide_id uuid,
  -- the first submission; from then on nobody becomes a rater
  rated_at timestamptz,
  notes text not null default '',
  notes_version integer not null default 1,
  notes_saved_at timestamptz,
  notes_saved_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint field_session_number unique (org_id, study_id, number),
  foreign key (org_id, study_id) references field_study,
  foreign key (org_id, guide_id) references field_guide
);
create index field_session_by_time on field_session (org_id, starts_at, id);

create table field_rater (
  org_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  position integer not null,
  primary key (org_id, session_id, account_id),
  foreign key (org_id, session_id) references field_session
);
create index field_rater_of_account on field_rater (org_id, account_id);

create table field_participant (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  label text not null,
  name text not null default '',
  contact text not null default '',
  segment_id uuid,
  customer_id uuid,
  consent boolean not null default false,
  consent_note text not null default '',
  position integer not null,
  primary key (org_id, id),
  foreign key (org_id, session_id) references field_session
);
create index field_participant_of_session on field_participant (org_id, session_id, position);

-- What one rater wrote of one session.
create table field_sheet (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  rater_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'reopened')),
  answers jsonb not null,
  -- by measure, or measure.part; only of submitted ones
  scores jsonb not null default '{}',
  -- 0 to 100; null where the guide has none
  score float8,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  reopened_for text not null default '',
  version integer not null default 1,
  primary key (org_id, id),
  constraint field_sheet_of_rater unique (org_id, session_id, rater_id),
  constraint field_sheet_submitted check (state <> 'submitted' or submitted_at is not null),
  foreign key (org_id, session_id) references field_session
);

-- Code book of a study, at most two levels.
create table field_code (
  org_id uuid not null,
  id uuid not null,
  study_id uuid not null,
  parent_id uuid,
  name jsonb not null,
  meaning jsonb not null,
  position integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, study_id) references field_study,
  foreign key (org_id, parent_id) references field_code
);
create index field_code_of_study on field_code (org_id, study_id, position);

create table field_quote (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  -- place in the notes, in UTF-16 units; of a lost one where it last stood
  begins integer not null,
  ends integer not null,
  text text not null,
  lost boolean not null default false,
  memo text not null default '',
  coder_id uuid,
  feedback_id uuid,
  need_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  constraint field_quote_place check (begins >= 0 and ends > begins),
  foreign key (org_id, session_id) references field_session,
  foreign key (org_id, feedback_id) references feedback,
  foreign key (org_id, need_id) references customer_need
);
create index field_quote_of_session on field_quote (org_id, session_id, begins);

create table field_quote_code (
  org_id uuid not null,
  quote_id uuid not null,
  code_id uuid not null,
  primary key (org_id, quote_id, code_id),
  foreign key (org_id, quote_id) references field_quote on delete cascade,
  foreign key (org_id, code_id) references field_code
);
create index field_quote_code_of_code on field_quote_code (org_id, code_id);

select protect(t::regclass) from unnest(array['field_study', 'field_guide', 'field_session', 'field_rater', 'field_participant', 'field_sheet',
  'field_code', 'field_quote', 'field_quote_code']) t;
grant select, insert, update, delete on field_study, field_session, field_rater, field_participant, field_sheet, field_code, field_quote,
  field_quote_code to zhiheng_app;
-- A published guide goes only with its study.
grant select, insert, delete on field_guide to zhiheng_app;
