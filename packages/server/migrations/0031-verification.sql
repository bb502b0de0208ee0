-- Verification: whether a change did what it should, by a plan that is fixed before there are data of the time after.

create table verification (
  org_id uuid not null references organisation,
  id uuid not null,
  number text not null,
  title text not null,
  project_id uuid,
  indicator_code text not null,
  method text not null check (method in ('before-after', 'interrupted-time-series', 'control-chart', 'comparison-unit', 'ab-test')),
  start_on date not null,
  end_on date not null,
  -- the whole plan with its frozen baseline, as it was registered
  plan text not null,
  plan_sha256 text not null,
  registered_at timestamptz not null,
  registered_by uuid,
  demo boolean not null default false,
  -- what follows is written later, and nothing else is
  began_at timestamptz,
  verdict text not null default 'too-early' check (verdict in ('effective', 'not-shown', 'harmful', 'too-early')),
  checked_at timestamptz,
  decided_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text not null default '',
  reopened_at timestamptz,
  reopened_reason text not null default '',
  reopened_by_case uuid,
  primary key (org_id, id),
  constraint verification_number_once unique (org_id, number),
  constraint verification_ends_after_start check (start_on <= end_on),
  constraint verification_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_reason = '')),
  constraint verification_reopened_when_decided check (reopened_at is null or decided_at is not null)
);
create index verification_of_project on verification (org_id, project_id) where project_id is not null;
create index verification_open on verification (org_id) where withdrawn_at is null and reopened_at is null;
-- one plan that counts for each project
create unique index verification_plan_taken on verification (org_id, project_id) where project_id is not null and withdrawn_at is null;

-- A look is written once, with the figures it saw.
create table verification_look (
  org_id uuid not null,
  id uuid not null,
  verification_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  verdict text not null check (verdict in ('effective', 'not-shown', 'harmful', 'too-early')),
  document text not null,
  sha256 text not null,
  primary key (org_id, id),
  constraint verification_look_once unique (org_id, verification_id, number),
  foreign key (org_id, verification_id) references verification on delete cascade
);

select protect(t::regclass) from unnest(array['verification', 'verification_look']) t;
-- The application itself cannot change a plan or a look: it may write what comes after the registration, and nothing else.
grant select, insert on verification, verification_look to zhiheng_app;
grant update (began_at, verdict, checked_at, decided_at, withdrawn_at, withdrawn_by, withdrawn_reason, reopened_at, reopened_reason, reopened_by_case)
  on verification to zhiheng_app;
grant delete on verification to zhiheng_app;

-- Which organisations have a plan that waits for a look, or an effect that is watched, and was not looked at for a while.
create function organisations_with_open_verifications(moment timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from verification
  where withdrawn_at is null and reopened_at is null and (decided_at is null or verdict = 'effective')
    and (checked_at is null or checked_at < moment - interval '20 seconds') $$;
revoke execute on function organisations_with_open_verifications from public;
grant execute on function organisations_with_open_verifications to zhiheng_app;
