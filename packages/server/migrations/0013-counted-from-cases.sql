-- Figures that the house counts from its cases, and the settings that packs bring for them.

-- What an indicator counts; null when it is measured, entered or imported.
alter table indicator add column counted_from jsonb;

-- A case of the demo data: counted and alerted by nobody, deleted by the demo's button.
alter table service_case add column demo boolean not null default false;
create index case_of_demo on service_case (org_id) where demo;
-- What was touched since the days were last counted.
create index case_follow_up_by_day on case_follow_up (org_id, due_on);

-- Up to which day the figures of days are counted, and when that was.
create table case_day_count (
  org_id uuid primary key references organisation,
  through date not null,
  counted_at timestamptz not null
);

-- How far the figures are that are counted anew since somebody changed what is counted.
create table figure_recount (
  org_id uuid primary key references organisation,
  asked_at timestamptz not null,
  -- cases looked at, of so many; null until it has begun
  done integer not null default 0,
  total integer,
  finished_at timestamptz
);

-- Limits of the desk: of the complaint loop, of ratings, of closing by itself. An organisation without a row has the usual ones.
create table case_settings (
  org_id uuid primary key references organisation,
  settings jsonb not null,
  version integer not null default 1,
  pack text,
  pack_hash text,
  updated_at timestamptz not null default now()
);

select protect(t::regclass) from unnest(array['case_day_count', 'figure_recount', 'case_settings']) t;
grant select, insert, update, delete on case_day_count, figure_recount, case_settings to zhiheng_app;

-- Door in the wall: organisations with a day that is over and not counted yet. Five minutes later everything of the day is written.
create function organisations_with_uncounted_days(moment timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select o.org_id from organisation o left join case_day_count d on d.org_id = o.org_id
   where (d.through is null or d.through < ((moment - interval '5 minutes') at time zone o.time_zone)::date - 1)
     and exists (select from indicator i where i.org_id = o.org_id and i.counted_from is not null and i.deleted_at is null) $$;
revoke execute on function organisations_with_uncounted_days from public;
grant execute on function organisations_with_uncounted_days to zhiheng_app;

-- Cases outside the loop are closed by themselves so many days after their solution, where the house wants that.

create index case_by_solution on service_case (org_id, resolved_at) where status = 'resolved';

create function organisations_with_cases_to_close(moment timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select s.org_id from case_settings s
   where s.settings ->> 'closeAfterDays' is not null and exists (select from service_case c
     where c.org_id = s.org_id and c.status = 'resolved' and c.type not in ('complaint', 'adverse-event') and not c.demo
       and c.resolved_at < moment - (s.settings ->> 'closeAfterDays')::int4 * interval '1 day') $$;
revoke execute on function organisations_with_cases_to_close from public;
grant execute on function organisations_with_cases_to_close to zhiheng_app;
