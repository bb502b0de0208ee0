-- Customers, agreements with their calendars, knowledge, cases with their clocks.

-- customers -----------------------------------------------------------------

create table customer (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  email text not null default '',
  phone text not null default '',
  address text not null default '',
  language text not null default 'zh' check (language in ('zh', 'en')),
  segment_id uuid,
  segment_by text check (segment_by in ('rule', 'hand')),
  annual_value float8,
  since date,
  attributes jsonb not null default '{}',
  contacts jsonb not null default '[]',
  note text not null default '',
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint customer_code_taken unique (org_id, code),
  foreign key (org_id, segment_id) references segment
);
create index customer_by_name on customer (org_id, name, id);
create index customer_by_email on customer (org_id, email) where email <> '';
create index customer_by_phone on customer (org_id, phone) where phone <> '';

-- In which order the rules are tried, and what they ask.
create table segment_rule (
  org_id uuid not null,
  segment_id uuid not null,
  position integer not null,
  level text check (level in ('high', 'mid', 'low')),
  tests jsonb not null default '[]',
  primary key (org_id, segment_id),
  foreign key (org_id, segment_id) references segment
);

-- agreements ----------------------------------------------------------------

create table supplier (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  contact text not null default '',
  email text not null default '',
  phone text not null default '',
  note text not null default '',
  pack text,
  pack_hash text,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint supplier_code_taken unique (org_id, code)
);

create table business_calendar (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  version integer not null default 0,
  pack text,
  pack_hash text,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint calendar_code_taken unique (org_id, code)
);
create table business_calendar_version (
  org_id uuid not null,
  calendar_id uuid not null,
  version integer not null,
  definition jsonb not null,
  note text not null default '',
  published_at timestamptz not null default now(),
  published_by uuid,
  primary key (org_id, calendar_id, version),
  foreign key (org_id, calendar_id) references business_calendar
);

create table agreement (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null check (kind in ('sla', 'ola', 'supplier-contract')),
  team_id uuid,
  supplier_id uuid,
  version integer not null default 0,
  draft jsonb,
  revision integer not null default 1,
  pack text,
  pack_hash text,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint agreement_code_taken unique (org_id, code),
  constraint agreement_party check (case kind when 'ola' then team_id is not null when 'supplier-contract' then supplier_id is not null else true end),
  foreign key (org_id, team_id) references team,
  constraint supplier_in_use foreign key (org_id, supplier_id) references supplier
);
create table agreement_version (
  org_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  calendar_id uuid not null,
  definition jsonb not null,
  effective_from timestamptz not null,
  published_at timestamptz not null default now(),
  published_by uuid,
  primary key (org_id, agreement_id, version),
  foreign key (org_id, agreement_id) references agreement,
  constraint calendar_in_use foreign key (org_id, calendar_id) references business_calendar
);

create table service_contract (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  name text not null,
  customer_id uuid not null,
  service_ids uuid[] not null default '{}',
  valid_from date not null,
  valid_to date,
  monthly_price float8,
  note text not null default '',
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint contract_number_taken unique (org_id, number),
  foreign key (org_id, customer_id) references customer
);
create index service_contract_by_customer on service_contract (org_id, customer_id);

-- cases ---------------------------------------------------------------------

create table case_category (
  org_id uuid not null references organisation,
  id uuid not null,
  code text not null,
  name jsonb not null,
  parent_id uuid,
  types text[] not null default '{}',
  team_id uuid,
  pack text,
  pack_hash text,
  deleted_at timestamptz,
  primary key (org_id, id),
  constraint category_code_taken unique (org_id, code),
  foreign key (org_id, parent_id) references case_category,
  foreign key (org_id, team_id) references team
);

-- Numbers come in blocks per process: unique, with gaps.
create table number_block (
  org_id uuid not null references organisation,
  kind text not null,
  next int8 not null,
  primary key (org_id, kind)
);

create table service_case (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  type text not null check (type in ('incident', 'request', 'question', 'complaint', 'adverse-event', 'praise')),
  subject text not null,
  description text not null default '',
  status text not null check (status in ('new', 'open', 'awaiting-customer', 'awaiting-supplier', 'on-hold', 'resolved', 'following-up', 'closed', 'cancelled', 'merged')),
  priority text not null check (priority in ('p1', 'p2', 'p3', 'p4')),
  severity text check (severity in ('critical', 'major', 'minor', 'slight')),
  channel text not null,
  service_id uuid,
  category_id uuid,
  site_id uuid,
  customer_id uuid,
  segment_id uuid,
  contract_id uuid,
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  team_id uuid,
  assignee_id uuid,
  supplier_id uuid,
  first_contact_id uuid,
  cause text check (cause in ('technical', 'service', 'management')),
  complaint_kind text,
  remedy text not null default '',
  restricted boolean not null default false,
  anonymous boolean not null default false,
  custom jsonb not null default '{}',
  tags text[] not null default '{}',
  language text not null default 'zh' check (language in ('zh', 'en')),
  opened_at timestamptz not null,
  first_replied_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  reopened integer not null default 0,
  last_from text check (last_from in ('customer', 'team', 'supplier', 'system')),
  merged_into uuid,
  rating smallint check (rating between 1 and 5),
  -- the nearest promise that runs or stands still; overdue is read from it at the time of the question
  due_at timestamptz,
  due_target text,
  due_state text,
  counted_with text,
  source_id uuid,
  record_key text,
  words tsvector not null default '',
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  constraint case_number_taken unique (org_id, number),
  foreign key (org_id, service_id) references service,
  foreign key (org_id, category_id) references case_category,
  foreign key (org_id, site_id) references site,
  foreign key (org_id, customer_id) references customer,
  foreign key (org_id, segment_id) references segment,
  foreign key (org_id, contract_id) references service_contract,
  foreign key (org_id, team_id) references team,
  foreign key (org_id, assignee_id) references account,
  foreign key (org_id, supplier_id) references supplier,
  foreign key (org_id, merged_into) references service_case
);
create unique index case_by_record on service_case (org_id, source_id, record_key) where record_key is not null;
create index case_by_due on service_case (org_id, due_at, id) where status not in ('closed', 'cancelled', 'merged');
create index case_by_assignee on service_case (org_id, assignee_id, due_at, id) where status not in ('closed', 'cancelled', 'merged');
create index case_by_team on service_case (org_id, team_id, due_at, id) where status not in ('closed', 'cancelled', 'merged');
create index case_by_opening on service_case (org_id, opened_at, id);
create index case_by_update on service_case (org_id, updated_at, id);
create index case_by_customer on service_case (org_id, customer_id, opened_at) where customer_id is not null;
create index case_by_words on service_case using gin (words);

create table case_entry (
  org_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('note', 'reply', 'message', 'change')),
  channel text,
  author_kind text not null check (author_kind in ('account', 'customer', 'supplier', 'system', 'api-key')),
  author_id uuid,
  author_name text not null default '',
  body text not null default '',
  mentions uuid[] not null default '{}',
  changes jsonb,
  message_id text,
  delivery text check (delivery in ('sent', 'waiting', 'failed')),
  primary key (org_id, case_id, id),
  foreign key (org_id, case_id) references service_case
);
create index case_entry_by_message on case_entry (org_id, message_id) where message_id is not null;

create table case_attachment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid,
  entry_id uuid,
  file_id uuid not null,
  media_type text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, file_id) references file,
  foreign key (org_id, case_id) references service_case
);
create index case_attachment_by_case on case_attachment (org_id, case_id);

-- What the clock reads: narrow, in order, never changed.
create table clock_event (
  org_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  status text,
  party text,
  -- fields, messages and exclusions, where a save had any
  detail jsonb,
  primary key (org_id, case_id, seq),
  foreign key (org_id, case_id) references service_case
);

-- A projection of the ledgers, which one command rebuilds to the same bytes.
create table case_clock (
  org_id uuid not null,
  case_id uuid not null,
  agreement_id uuid not null,
  target text not null,
  cycle integer not null,
  version integer not null,
  state text not null check (state in ('running', 'paused', 'held-by-others', 'excluded', 'met', 'missed', 'cancelled', 'reset')),
  reason jsonb,
  started_at timestamptz not null,
  due_at timestamptz,
  goal_seconds int8 not null,
  used_seconds int8 not null,
  counted_at timestamptz not null,
  breached_at timestamptz,
  ended_at timestamptz,
  next_step_at timestamptz,
  primary key (org_id, case_id, agreement_id, target, cycle),
  foreign key (org_id, case_id) references service_case,
  foreign key (org_id, agreement_id) references agreement
);
create index case_clock_due on case_clock (due_at) where state = 'running' and breached_at is null;
create index case_clock_step on case_clock (next_step_at) where next_step_at is not null;
create index case_clock_by_agreement on case_clock (org_id, agreement_id, started_at);

-- A step of an escalation that fired, once.
create table case_alert (
  org_id uuid not null,
  case_id uuid not null,
  step_key text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  name jsonb not null,
  primary key (org_id, case_id, step_key),
  foreign key (org_id, case_id) references service_case
);

create table case_link (
  org_id uuid not null,
  case_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('related', 'duplicate-of', 'caused-by', 'child-of', 'split-from')),
  primary key (org_id, case_id, other_id),
  foreign key (org_id, case_id) references service_case,
  foreign key (org_id, other_id) references service_case,
  constraint case_linked_to_itself check (case_id <> other_id)
);
create index case_link_back on case_link (org_id, other_id);

create table case_follow_up (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  channel text,
  outcome text check (outcome in ('not-reached', 'solved', 'not-solved')),
  rating smallint check (rating between 1 and 5),
  note text not null default '',
  primary key (org_id, id),
  foreign key (org_id, case_id) references service_case
);
create index case_follow_up_by_case on case_follow_up (org_id, case_id, due_on);
create index case_follow_up_due on case_follow_up (org_id, due_on) where done_at is null;

create table case_view (
  org_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  filter jsonb not null,
  sort text not null,
  shared boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references account
);

-- The private page of a customer.
create table case_access_link (
  org_id uuid not null,
  case_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, case_id),
  foreign key (org_id, case_id) references service_case
);
create index case_access_link_by_token on case_access_link (token_hash);

select protect(t::regclass) from unnest(array[
  'customer', 'segment_rule', 'supplier', 'business_calendar', 'business_calendar_version', 'agreement', 'agreement_version', 'service_contract',
  'case_category', 'number_block', 'service_case', 'case_entry', 'case_attachment', 'clock_event', 'case_clock', 'case_alert', 'case_link',
  'case_follow_up', 'case_view', 'case_access_link']) t;
grant select, insert, update, delete on
  customer, segment_rule, supplier, business_calendar, agreement, service_contract, case_category, number_block, service_case, case_entry, case_attachment,
  case_clock, case_alert, case_link, case_follow_up, case_view, case_access_link to zhiheng_app;
-- Published versions and what happened are written once; the history of a case goes only with the case.
grant select, insert on business_calendar_version, agreement_version to zhiheng_app;
grant select, insert, delete on clock_event to zhiheng_app;

-- Doors in the wall.

create function org_of_case_link(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from case_access_link where token_hash = hash $$;

-- Full text is not leakproof, so an index on it is never used under policies: this looks within the current organisation only and returns ids.
create function search_cases(query tsquery, most integer) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select id from service_case where words @@ query and org_id = nullif(current_setting('app.org_id', true), '')::uuid order by opened_at desc limit least(most, 10000) $$;

-- Organisations with a deadline that passed or a step that is due and not recorded yet.
create function organisations_with_due_clocks(until timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from case_clock where state = 'running' and breached_at is null and due_at <= until
   union select org_id from case_clock where next_step_at <= until $$;

revoke execute on function org_of_case_link, search_cases, organisations_with_due_clocks from public;
grant execute on function org_of_case_link, search_cases, organisations_with_due_clocks to zhiheng_app;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['customers.read', 'customers.write', 'customers.personal', 'agreements.read', 'agreements.define',
  'cases.read', 'cases.write', 'cases.define', 'cases.restricted'] where built_in and code in ('administrator', 'quality-manager');
update role set permissions = permissions || array['customers.read', 'customers.write', 'customers.personal', 'agreements.read', 'cases.read', 'cases.write']
  where built_in and code = 'service-agent';
update role set permissions = permissions || array['customers.read', 'customers.write', 'customers.personal', 'agreements.read', 'cases.read', 'cases.write', 'cases.restricted']
  where built_in and code = 'team-lead';
update role set permissions = permissions || array['customers.read', 'agreements.read', 'cases.read'] where built_in and code in ('auditor', 'executive');
