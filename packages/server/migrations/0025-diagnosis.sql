-- What is watched, and what was seen.

create table signal_rule (
  org_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('control-chart', 'threshold', 'forecast', 'hot-spot')),
  indicator text,
  -- the whole watch, checked when it is read
  watch jsonb not null,
  enabled boolean not null default true,
  next_at timestamptz not null,
  checked_at timestamptz,
  obstacle text,
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index signal_rule_due on signal_rule (next_at) where enabled;

create table signal (
  org_id uuid not null references organisation,
  id uuid not null,
  -- null once its rule is gone
  rule_id uuid,
  kind text not null check (kind in ('control-chart', 'threshold', 'forecast', 'hot-spot')),
  -- what makes it the same while it lasts: a rule of a chart, a limit, a category
  key text not null,
  severity text not null check (severity in ('low', 'medium', 'high')),
  indicator text,
  name jsonb not null,
  service_id uuid,
  team_id uuid,
  site_id uuid,
  segment_id uuid,
  bucket text not null,
  detail jsonb not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  cleared_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  note text not null default '',
  demo boolean not null default false,
  primary key (org_id, id)
);
-- One per point that shows it: cleared and raised again in another bucket, it is another one.
create unique index signal_once on signal (org_id, rule_id, key, bucket) where rule_id is not null;
create index signal_active on signal (org_id, rule_id) where cleared_at is null;
create index signal_by_time on signal (org_id, raised_at desc, id desc);

select protect(t::regclass) from unnest(array['signal_rule', 'signal']) t;
grant select, insert, update, delete on signal_rule, signal to zhiheng_app;

create function organisations_with_due_signal_rules(until timestamptz) returns table (org_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct r.org_id from signal_rule r where r.enabled and r.next_at <= until $$;
revoke execute on function organisations_with_due_signal_rules from public;
grant execute on function organisations_with_due_signal_rules to zhiheng_app;
