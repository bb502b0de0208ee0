-- The portal of customers, and what they say of a solution.

-- How an organisation lets customers in, and for which cases it asks for a rating. Without a row nothing is open and nothing is asked.
create table case_portal (
  org_id uuid not null references organisation,
  -- part of the public address: it names the organisation and guards nothing
  code text not null,
  settings jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (org_id)
);
create index case_portal_by_code on case_portal (code);

-- The token is found by its hash, and kept sealed besides, so that the house can give or send it to the customer again. The row stays
-- when the link is taken back.
alter table case_access_link
  add column token_sealed text,
  add column revoked_at timestamptz,
  -- when whoever filed the case agreed to what the form said
  add column consented_at timestamptz;

-- Whose thread an entry belongs to when it was moved by merging or splitting: its customer is not the one of the case it is in now.
alter table case_entry add column from_case uuid;
create index case_entry_from on case_entry (org_id, from_case) where from_case is not null;

-- Whose task a contact is, and what it is for.
alter table case_follow_up
  add column owner_id uuid,
  add column reason text not null default 'loop' check (reason in ('loop', 'low-rating')),
  add constraint follow_up_owner foreign key (org_id, owner_id) references account;

-- What the customer said of each solution: a case that was opened again is rated again.
create table case_rating (
  org_id uuid not null,
  case_id uuid not null,
  resolution integer not null,
  value smallint not null check (value between 1 and 5),
  comment text not null default '',
  at timestamptz not null,
  primary key (org_id, case_id, resolution),
  foreign key (org_id, case_id) references service_case
);

-- A rating that is to be asked for. `next_at` is when the invitation or the reminder goes out, null once nothing is left to send.
create table case_rating_request (
  org_id uuid not null,
  case_id uuid not null,
  resolution integer not null,
  next_at timestamptz,
  asked_at timestamptz,
  reminded_at timestamptz,
  primary key (org_id, case_id, resolution),
  foreign key (org_id, case_id) references service_case
);
create index case_rating_request_due on case_rating_request (next_at) where next_at is not null;

select protect(t::regclass) from unnest(array['case_portal', 'case_rating', 'case_rating_request']) t;
grant select, insert, update, delete on case_portal, case_rating, case_rating_request to zhiheng_app;

-- Doors in the wall.

create or replace function org_of_case_link(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from case_access_link where token_hash = hash and revoked_at is null $$;

create function org_of_portal(name text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from case_portal where code = name order by updated_at limit 1 $$;

create function organisations_with_rating_requests(until timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from case_rating_request where next_at <= until $$;

revoke execute on function org_of_portal, organisations_with_rating_requests from public;
grant execute on function org_of_portal, organisations_with_rating_requests to zhiheng_app;
