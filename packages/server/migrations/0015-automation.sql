-- Assignment by rule, notifications, automation.

-- assignment ----------------------------------------------------------------

-- The rules of an organisation in their order; the log has what they were before.
create table assignment_rules (
  org_id uuid primary key references organisation,
  version integer not null default 1,
  rules jsonb not null default '[]'
);
-- Whose turn it was last, by rule.
create table assignment_turn (
  org_id uuid not null,
  rule_id uuid not null,
  account_id uuid not null,
  primary key (org_id, rule_id),
  foreign key (org_id) references assignment_rules,
  foreign key (org_id, account_id) references account
);

-- notifications -------------------------------------------------------------

create table notification (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  kind text not null,
  -- what was told: the event, or another name of the occasion; nobody is told the same twice
  key text not null,
  entity_kind text not null,
  entity_id text not null,
  label text not null default '',
  params jsonb not null default '{}',
  read_at timestamptz,
  -- null: no mail is wanted
  mail text check (mail in ('waiting', 'sent', 'dropped')),
  primary key (org_id, id),
  constraint notification_told unique (org_id, account_id, key),
  foreign key (org_id, account_id) references account
);
create index notification_by_time on notification (org_id, account_id, id desc);
create index notification_unread on notification (org_id, account_id) where read_at is null;
create index notification_mail on notification (org_id, account_id, at) where mail = 'waiting';

-- What an account wants to hear, where it differs from the usual.
create table notification_setting (
  org_id uuid not null,
  account_id uuid not null,
  kinds jsonb not null default '{}',
  digest_hour integer check (digest_hour between 0 and 23),
  time_zone text,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);
-- The last day of which an account got its summary.
create table notification_digest (
  org_id uuid not null,
  account_id uuid not null,
  day date not null,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);

alter table case_follow_up add column reminded_at timestamptz;

-- automation ----------------------------------------------------------------

create table automation_rule (
  org_id uuid not null references organisation,
  id uuid not null,
  position integer not null,
  name text not null,
  active boolean not null default false,
  definition jsonb not null,
  event_types text[] not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id)
);
-- What a rule said at every save. Written once.
create table automation_rule_version (
  org_id uuid not null,
  rule_id uuid not null,
  version integer not null,
  name text not null,
  active boolean not null,
  definition jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (org_id, rule_id, version),
  foreign key (org_id, rule_id) references automation_rule
);
-- One rule met one event.
create table automation_run (
  org_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  version integer not null,
  event_id uuid not null,
  event_type text not null,
  entity_kind text not null,
  entity_id text not null,
  label text not null default '',
  at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'failed', 'held')),
  -- the rules whose runs led to the event, the first one first
  chain uuid[] not null default '{}',
  reason text,
  steps jsonb not null default '[]',
  finished_at timestamptz,
  primary key (org_id, id),
  constraint automation_run_once unique (org_id, rule_id, event_id),
  foreign key (org_id, rule_id) references automation_rule
);
create index automation_run_due on automation_run (due_at) where state = 'waiting';
create index automation_run_by_rule on automation_run (org_id, rule_id, id desc);
create index automation_run_by_entity on automation_run (org_id, entity_id, rule_id, at);

select protect(t::regclass) from unnest(array[
  'assignment_rules', 'assignment_turn', 'notification', 'notification_setting', 'notification_digest', 'automation_rule', 'automation_rule_version',
  'automation_run']) t;
grant select, insert, update, delete on
  assignment_rules, assignment_turn, notification, notification_setting, notification_digest, automation_rule, automation_run to zhiheng_app;
grant select, insert on automation_rule_version to zhiheng_app;

-- Doors in the wall.

create function organisations_with_due_runs(until timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from automation_run where state = 'waiting' and due_at <= until $$;

-- Organisations with a contact that is due today and of which nobody was reminded; nobody is reminded at night.
create function organisations_with_due_follow_ups(until timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select o.org_id from organisation o where exists (select from case_follow_up f where f.org_id = o.org_id and f.done_at is null and f.reminded_at is null
     and (f.due_on + time '08:00') at time zone o.time_zone <= until) $$;

-- Accounts whose hour has come and that have no summary of their day yet. Who leads a team gets one at eight unless it is switched off.
create function accounts_with_due_digest(until timestamptz) returns table (org_id uuid, account_id uuid, day date)
language sql stable security definer set search_path = pg_catalog, public as
$$ select w.org_id, w.account_id, w.local::date from (
     select a.org_id, a.id as account_id, until at time zone coalesce(s.time_zone, o.time_zone) as local,
       case when s.account_id is not null then s.digest_hour
         when exists (select from team_member m where m.org_id = a.org_id and m.account_id = a.id and m.lead) then 8 end as hour
     from account a join organisation o on o.org_id = a.org_id
     left join notification_setting s on s.org_id = a.org_id and s.account_id = a.id
     where a.state = 'active' and a.deleted_at is null) w
   left join notification_digest d on d.org_id = w.org_id and d.account_id = w.account_id
   where w.hour is not null and extract(hour from w.local) >= w.hour and (d.day is null or d.day < w.local::date) $$;

create function organisations_with_waiting_notices() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from notification where mail = 'waiting' $$;

revoke execute on function organisations_with_due_runs, organisations_with_due_follow_ups, accounts_with_due_digest, organisations_with_waiting_notices
  from public;
grant execute on function organisations_with_due_runs, organisations_with_due_follow_ups, accounts_with_due_digest, organisations_with_waiting_notices
  to zhiheng_app;

-- Who reads the log from its beginning would tell everybody what they know already.
insert into event_cursor (org_id, subscriber, xid, event_id)
  select o.org_id, s, e.xid, e.id from organisation o cross join unnest(array['notifications', 'automation']) s
  cross join lateral (select xid, id from event where event.org_id = o.org_id order by xid desc, id desc limit 1) e on conflict do nothing;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['automation.read', 'automation.define']
  where built_in and code in ('administrator', 'quality-manager');
update role set permissions = permissions || array['automation.read'] where built_in and code in ('auditor', 'team-lead', 'executive');
