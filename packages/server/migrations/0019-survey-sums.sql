-- What figures of surveys are calculated from: sums of answers that add up.

-- Up to which transaction answers are in the sums. Numbers of transactions do not travel with a backup: '0' means that nothing stored counts
-- and all is summed up anew, as it also is when the zone of the organisation or the layout of the numbers has changed.
create table survey_fold (
  org_id uuid primary key references organisation,
  upto xid8 not null default '0',
  zone text not null,
  layout integer not null,
  folded_at timestamptz not null
);

-- One row per version, part of the answers (`total`, by one dimension, or by the whole `cell`), month ('' are all of them), and whether they are
-- suspicious. `numbers` are doubles that hold whole numbers.
create table survey_sum (
  org_id uuid not null,
  survey_id uuid not null,
  version_id uuid not null,
  scope text not null check (scope in ('total', 'service', 'site', 'team', 'segment', 'group', 'way', 'cell')),
  cell text not null,
  month text not null,
  suspicious boolean not null,
  n integer not null check (n > 0),
  numbers bytea not null,
  primary key (org_id, survey_id, scope, cell, month, version_id, suspicious),
  foreign key (org_id, version_id) references survey_version on delete cascade
);

-- Answers that wait for enough others; those that carry a flag; those of people who were not meant.
create index survey_response_waiting on survey_response (org_id, survey_id) where released_at is null;
create index survey_response_flagged on survey_response (org_id, survey_id) where flags <> '{}';
create index survey_response_screened_out on survey_response (org_id, survey_id) where state = 'screened-out';

select protect(t::regclass) from unnest(array['survey_fold', 'survey_sum']) t;
grant select, insert, update, delete on survey_fold, survey_sum to zhiheng_app;

-- Doors in the wall: the operators of transaction numbers are not leakproof, under the policies no index would be used.

create function answers_since(since xid8) returns setof survey_response language sql stable security definer set search_path = pg_catalog, public as
$$ select * from survey_response where org_id = nullif(current_setting('app.org_id', true), '')::uuid and xid >= since $$;

create function answers_between(since xid8, below xid8) returns setof survey_response
language sql stable security definer set search_path = pg_catalog, public as
$$ select * from survey_response where org_id = nullif(current_setting('app.org_id', true), '')::uuid and xid >= since and xid < below $$;

-- The end of the next batch: at least `most` answers behind `since` where so many wait, never in the middle of a transaction or beyond one that is open.
create function end_of_fold(since xid8, most integer) returns xid8 language sql stable security definer set search_path = pg_catalog, public as
$$ select coalesce((select (xid::text::int8 + 1)::text::xid8 from survey_response
     where org_id = nullif(current_setting('app.org_id', true), '')::uuid and xid >= since and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid offset most - 1 limit 1), pg_snapshot_xmin(pg_current_snapshot())) $$;

create function organisations_to_fold() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select o.org_id from organisation o left join survey_fold f using (org_id)
   where exists (select from survey_response r where r.org_id = o.org_id and r.xid >= coalesce(f.upto, '0')
     and r.xid < pg_snapshot_xmin(pg_current_snapshot())) or f.zone <> o.time_zone $$;

revoke execute on function answers_since, answers_between, end_of_fold, organisations_to_fold from public;
grant execute on function answers_since, answers_between, end_of_fold, organisations_to_fold to zhiheng_app;
