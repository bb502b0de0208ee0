-- Campaigns: an assessment from its plan to what became of its findings.

create table campaign (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null check (kind in ('annual', 'quarterly', 'special', 'after-release')),
  chain text not null check (chain in ('improve', 'judge')),
  stage text not null check (stage in ('prepare', 'collect', 'analyse', 'feedback', 'improve', 'judge', 'plan', 'carry-out', 'closed')),
  -- purpose, scope, methods, roles, milestones, checklist, figures, sheet, judgement
  plan jsonb not null,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint campaign_code_taken unique (org_id, code)
);

create table campaign_move (
  org_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  reason text not null default '',
  at timestamptz not null,
  moved_by uuid,
  primary key (org_id, id),
  foreign key (org_id, campaign_id) references campaign on delete cascade
);
create index campaign_move_of_campaign on campaign_move (org_id, campaign_id);

-- What an expert wrote on the sheet of a campaign; `name` is that of somebody from outside, written down by a member.
create table campaign_review (
  org_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  account_id uuid,
  name text not null default '',
  answers jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (org_id, id),
  foreign key (org_id, campaign_id) references campaign on delete cascade
);
create unique index campaign_review_of_account on campaign_review (org_id, campaign_id, account_id) where account_id is not null;
create unique index campaign_review_of_name on campaign_review (org_id, campaign_id, name) where account_id is null;

-- Never changed: a correction is the next number. `document` is text, because its bytes are what the hash is of.
create table campaign_result (
  org_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  number integer not null,
  document text not null,
  sha256 text not null,
  reason text not null default '',
  frozen_at timestamptz not null,
  frozen_by uuid,
  primary key (org_id, id),
  constraint campaign_result_number unique (org_id, campaign_id, number),
  foreign key (org_id, campaign_id) references campaign on delete cascade
);

create table campaign_finding (
  org_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  title text not null,
  detail text not null default '',
  kind text not null check (kind in ('people', 'process', 'technology', 'resources', 'environment')),
  severity text not null check (severity in ('low', 'medium', 'high')),
  state text not null default 'open' check (state in ('open', 'in-progress', 'done', 'verified')),
  -- keys of figures of frozen results
  evidence text[] not null default '{}',
  owner_id uuid,
  due date,
  -- the later campaign that measured whether it helped
  follow_up_id uuid,
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, campaign_id) references campaign on delete cascade,
  foreign key (org_id, follow_up_id) references campaign
);
create index campaign_finding_of_campaign on campaign_finding (org_id, campaign_id);
create index campaign_finding_followed_up on campaign_finding (org_id, follow_up_id) where follow_up_id is not null;

-- Who must be told what came out; a team has taken note when one of its members has.
create table campaign_recipient (
  org_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  account_id uuid,
  team_id uuid,
  told_at timestamptz,
  result_number integer,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (org_id, id),
  constraint campaign_recipient_is_one check ((account_id is null) <> (team_id is null)),
  foreign key (org_id, campaign_id) references campaign on delete cascade
);
create unique index campaign_recipient_account on campaign_recipient (org_id, campaign_id, account_id) where account_id is not null;
create unique index campaign_recipient_team on campaign_recipient (org_id, campaign_id, team_id) where team_id is not null;

select protect(t::regclass) from unnest(array['campaign', 'campaign_move', 'campaign_review', 'campaign_result', 'campaign_finding', 'campaign_recipient']) t;
grant select, insert, update, delete on campaign, campaign_review, campaign_finding, campaign_recipient to zhiheng_app;
grant select, insert on campaign_move, campaign_result to zhiheng_app;
