-- How far each subscriber has read the log of an organisation. Whoever adds a subscriber to organisations that live sets its cursors to the end in a migration: without a row it reads from the beginning.
create table event_cursor (
  org_id uuid not null references organisation,
  subscriber text not null,
  xid xid8 not null default '0',
  event_id uuid not null default '00000000-0000-0000-0000-000000000000',
  primary key (org_id, subscriber)
);

-- An event that a subscriber could not handle: the others went on, this one is tried again.
create table event_failure (
  org_id uuid not null,
  subscriber text not null,
  event_id uuid not null,
  attempts integer not null default 1,
  next_at timestamptz not null,
  reason text not null,
  primary key (org_id, subscriber, event_id),
  foreign key (org_id, event_id) references event
);
create index event_failure_due on event_failure (next_at);

select protect(t::regclass) from unnest(array['event_cursor', 'event_failure']) t;
grant select, insert, update, delete on event_cursor, event_failure to zhiheng_app;

-- Doors in the wall. What a transaction writes that is still open may come to lie before what is already read, so nothing is read until all before it is decided.

create function organisations_with_events(names text[]) returns table (subscriber text, org_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select n, o.org_id from unnest(names) n cross join organisation o left join event_cursor c on c.org_id = o.org_id and c.subscriber = n
   where exists (select from event e where e.org_id = o.org_id and e.xid < pg_snapshot_xmin(pg_current_snapshot())
     and (e.xid, e.id) > (coalesce(c.xid, '0'), coalesce(c.event_id, '00000000-0000-0000-0000-000000000000'))) $$;

create function organisations_with_event_failures(names text[], until timestamptz) returns table (subscriber text, org_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct f.subscriber, f.org_id from event_failure f where f.subscriber = any (names) and f.next_at <= until $$;

-- The operators of transaction numbers are not leakproof: under the policies no index would be used.
create function events_after(xid xid8, id uuid, most integer) returns setof event language sql stable security definer set search_path = pg_catalog, public as
$$ select * from event e where e.org_id = nullif(current_setting('app.org_id', true), '')::uuid
     and e.xid < pg_snapshot_xmin(pg_current_snapshot()) and (e.xid, e.id) > ($1, $2) order by e.xid, e.id limit least(most, 1000) $$;

revoke execute on function organisations_with_events, organisations_with_event_failures, events_after from public;
grant execute on function organisations_with_events, organisations_with_event_failures, events_after to zhiheng_app;
