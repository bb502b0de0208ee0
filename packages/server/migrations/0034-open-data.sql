-- Open data: programs that are told what happens, logins of reporting tools, views made for them.

-- webhooks ------------------------------------------------------------------

create table webhook (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  host text not null,
  sealed_url text not null,
  sealed_secret text not null,
  -- after a change of the secret both sign for a while
  sealed_former_secret text,
  former_secret_until timestamptz,
  -- none: all that happens
  types text[] not null default '{}',
  state text not null default 'active' check (state in ('active', 'off', 'disabled')),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  tried_at timestamptz,
  failure text,
  primary key (org_id, id),
  constraint webhook_name_taken unique (org_id, name)
);

create table webhook_delivery (
  org_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  type text not null,
  -- text, so that every attempt sends the same bytes
  body text not null,
  -- how often a person had it sent again before
  replay integer not null default 0,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  failure text,
  status integer,
  detail text not null default '',
  primary key (org_id, id),
  constraint webhook_delivery_once unique (org_id, webhook_id, event_id, replay),
  foreign key (org_id, webhook_id) references webhook on delete cascade
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_by_time on webhook_delivery (org_id, webhook_id, id desc);

select protect(t::regclass) from unnest(array['webhook', 'webhook_delivery']) t;
grant select, insert, update, delete on webhook, webhook_delivery to zhiheng_app;

-- Doors in the wall.
create function webhooks_with_due_deliveries(until timestamptz) returns table (org_id uuid, webhook_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct d.org_id, d.webhook_id from webhook_delivery d
   join webhook w on w.org_id = d.org_id and w.id = d.webhook_id and w.state = 'active'
   where d.state = 'waiting' and d.next_at <= until $$;
create function organisations_with_webhooks() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from webhook $$;
revoke execute on function webhooks_with_due_deliveries, organisations_with_webhooks from public;
grant execute on function webhooks_with_due_deliveries, organisations_with_webhooks to zhiheng_app;

-- Who reads the log from its beginning would tell programs what is long past.
insert into event_cursor (org_id, subscriber, xid, event_id)
  select o.org_id, 'webhooks', e.xid, e.id from organisation o
  cross join lateral (select xid, id from event where event.org_id = o.org_id order by xid desc, id desc limit 1) e on conflict do nothing;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['open-data.manage']
  where built_in and code in ('administrator', 'quality-manager') and not 'open-data.manage' = any(permissions);

-- logins of reporting tools -------------------------------------------------

-- Each is a role of the database by the name in `login`. It reads the views below, and of them the rows of this organisation. It cannot write here.
create table bi_login (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  login text not null,
  created_at timestamptz not null,
  created_by uuid,
  rotated_at timestamptz,
  primary key (org_id, id),
  constraint bi_login_name_taken unique (org_id, name),
  constraint bi_login_of_id check (login = 'zhiheng_bi_' || replace(id::text, '-', ''))
);
create index bi_login_by_login on bi_login (login);
select protect('bi_login');
grant select, insert, update, delete on bi_login to zhiheng_app;

-- views ---------------------------------------------------------------------

create schema open_data;

-- Whose data it is: said by who is connected, in a table that they cannot write, never by a setting of theirs. The application says it by its
-- setting, as everywhere.
create function open_data.organisation() returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select case when pg_has_role(session_user, 'zhiheng_app', 'member') then nullif(current_setting('app.org_id', true), '')::uuid
     else (select case when count(*) = 1 then min(org_id::text)::uuid end from bi_login where login = session_user) end $$;

-- `security_barrier`: no function of a reader sees a row before it is known to be theirs.
create view open_data.service with (security_barrier) as
  select code, name ->> 'zh' as name_zh, name ->> 'en' as name_en, type, state from public.service
  where org_id = (select open_data.organisation()) and deleted_at is null;
create view open_data.team with (security_barrier) as
  select t.code, t.name ->> 'zh' as name_zh, t.name ->> 'en' as name_en, p.code as parent from public.team t
  left join public.team p on p.org_id = t.org_id and p.id = t.parent_id
  where t.org_id = (select open_data.organisation()) and t.deleted_at is null;
create view open_data.site with (security_barrier) as
  select t.code, t.name ->> 'zh' as name_zh, t.name ->> 'en' as name_en, p.code as parent from public.site t
  left join public.site p on p.org_id = t.org_id and p.id = t.parent_id
  where t.org_id = (select open_data.organisation()) and t.deleted_at is null;
create view open_data.segment with (security_barrier) as
  select code, name ->> 'zh' as name_zh, name ->> 'en' as name_en from public.segment
  where org_id = (select open_data.organisation()) and deleted_at is null;
create view open_data.indicator with (security_barrier) as
  select code, name ->> 'zh' as name_zh, name ->> 'en' as name_en, dimension, perspective, unit, direction, aggregate, decimals from public.indicator
  where org_id = (select open_data.organisation()) and deleted_at is null;

create view open_data.observation with (security_barrier) as
  select o.at, i.code as indicator, o.value / power(10::float8, i.decimals) as value, o.n, s.code as source, o.record_key,
    v.code as service, t.code as team, w.code as site, g.code as segment
  from public.observation o
  join public.indicator i on i.org_id = o.org_id and i.id = o.indicator_id
  join public.source s on s.org_id = o.org_id and s.id = o.source_id
  join public.subject j on j.org_id = o.org_id and j.id = o.subject_id
  left join public.service v on v.org_id = o.org_id and v.id = j.service_id
  left join public.team t on t.org_id = o.org_id and t.id = j.team_id
  left join public.site w on w.org_id = o.org_id and w.id = j.site_id
  left join public.segment g on g.org_id = o.org_id and g.id = j.segment_id
  where o.org_id = (select open_data.organisation());

create view open_data.rollup with (security_barrier) as
  select r.bucket as at, r.grain, i.code as indicator, v.code as service, t.code as team, w.code as site, g.code as segment,
    sum(r.n)::int8 as n, sum(r.n_ok)::int8 as n_ok, (sum(r.total) / nullif(sum(r.n), 0))::float8 / power(10::float8, i.decimals) as mean,
    min(r.low) / power(10::float8, i.decimals) as low, max(r.high) / power(10::float8, i.decimals) as high
  from public.rollup r
  join public.indicator i on i.org_id = r.org_id and i.id = r.indicator_id
  join public.subject j on j.org_id = r.org_id and j.id = r.subject_id
  left join public.service v on v.org_id = r.org_id and v.id = j.service_id
  left join public.team t on t.org_id = r.org_id and t.id = j.team_id
  left join public.site w on w.org_id = r.org_id and w.id = j.site_id
  left join public.segment g on g.org_id = r.org_id and g.id = j.segment_id
  where r.org_id = (select open_data.organisation()) and r.grain in ('day', 'month')
  group by r.bucket, r.grain, i.code, i.decimals, v.code, t.code, w.code, g.code;

create view open_data.service_case with (security_barrier) as
  select c.number, c.type, c.status, c.priority, c.severity, c.channel, c.opened_at, c.first_replied_at, c.resolved_at, c.closed_at, c.due_at,
    c.reopened, c.rating, v.code as service, t.code as team, w.code as site, g.code as segment
  from public.service_case c
  left join public.service v on v.org_id = c.org_id and v.id = c.service_id
  left join public.team t on t.org_id = c.org_id and t.id = c.team_id
  left join public.site w on w.org_id = c.org_id and w.id = c.site_id
  left join public.segment g on g.org_id = c.org_id and g.id = c.segment_id
  where c.org_id = (select open_data.organisation()) and not c.restricted;

create view open_data.clock with (security_barrier) as
  select c.number as case_number, a.code as agreement, k.target, k.cycle, k.state, k.started_at, k.due_at, k.ended_at, k.breached_at,
    k.goal_seconds, k.used_seconds
  from public.case_clock k
  join public.service_case c on c.org_id = k.org_id and c.id = k.case_id and not c.restricted
  join public.agreement a on a.org_id = k.org_id and a.id = k.agreement_id
  where k.org_id = (select open_data.organisation());

-- Only what enough people said: never an answer, and no second way to cut the same answers.
create view open_data.survey_score with (security_barrier) as
  select s.code as survey, v.number as version, to_char(r.at at time zone o.time_zone, 'YYYY-MM') as month, m.key as measure,
    count(*)::int4 as n, avg((m.value #>> '{}')::float8) as mean
  from public.survey_response r
  join public.organisation o on o.org_id = r.org_id
  join public.survey s on s.org_id = r.org_id and s.id = r.survey_id and s.deleted_at is null
  join public.survey_version v on v.org_id = r.org_id and v.id = r.version_id
  cross join lateral jsonb_each(r.scores) m
  where r.org_id = (select open_data.organisation()) and r.state = 'complete' and r.released_at is not null and not r.suspicious
    and jsonb_typeof(m.value) = 'number'
  group by s.code, v.number, 3, m.key, s.settings
  having count(*) >= greatest(coalesce((s.settings ->> 'minimumGroup')::int4, 5), 5);

create view open_data.finding with (security_barrier) as
  select f.number, f.source, f.kind, f.severity, f.state, f.indicator, f.first_seen, f.last_seen, f.times, f.reopened, f.closed_at, f.due_on,
    v.code as service, t.code as team, w.code as site, g.code as segment
  from public.finding f
  left join public.service v on v.org_id = f.org_id and v.id = f.service_id
  left join public.team t on t.org_id = f.org_id and t.id = f.team_id
  left join public.site w on w.org_id = f.org_id and w.id = f.site_id
  left join public.segment g on g.org_id = f.org_id and g.id = f.segment_id
  where f.org_id = (select open_data.organisation()) and f.merged_into is null;

create view open_data.improvement_project with (security_barrier) as
  select number, template, state, outcome, indicator_code as indicator, target_value, start_on, due_on, budget, spent
  from public.improvement_project where org_id = (select open_data.organisation()) and deleted_at is null;

revoke all on schema open_data from public;
revoke execute on function open_data.organisation() from public;
grant usage on schema open_data to zhiheng_app, zhiheng_bi;
grant execute on function open_data.organisation() to zhiheng_app, zhiheng_bi;
grant select on all tables in schema open_data to zhiheng_app, zhiheng_bi;

comment on view open_data.service is 'Services that are offered, put-away ones left out.';
comment on view open_data.team is 'Teams; they form a tree.';
comment on view open_data.site is 'Sites; they form a tree.';
comment on view open_data.segment is 'Groups of customers that are looked at on their own.';
comment on view open_data.indicator is 'Measures: what their values mean.';
comment on view open_data.observation is 'One row per measured value of an indicator for a subject at a time.';
comment on view open_data.rollup is 'Sums of observations per day and per month, in the time zone of the organisation.';
comment on view open_data.service_case is 'Cases, without restricted ones and without anything that names a person.';
comment on view open_data.clock is 'One row per cycle of a promised time of a case.';
comment on view open_data.survey_score is 'Mean of each measure per survey, version and month, only where at least the minimum group answered; never a single answer.';
comment on view open_data.finding is 'What was found wrong, merged ones left out.';
comment on view open_data.improvement_project is 'Improvement projects and what the verification said of them.';
do $$
declare
  said jsonb := '{
    "code": "stable name, the key by which other views refer to it", "name_zh": "name in Chinese", "name_en": "name in English",
    "parent": "code of what it belongs to", "at": "instant, UTC; of a rollup the beginning of its day or month", "indicator": "code of the indicator",
    "service": "code of the service", "team": "code of the team", "site": "code of the site", "segment": "code of the segment",
    "n": "how many measured values or answers stand behind the row", "n_ok": "how many of them are within the target", "value": "in the unit of the indicator",
    "mean": "mean, in the unit of the indicator or on the scale of the measure", "low": "smallest value", "high": "largest value",
    "source": "code of the source, or how it was found", "record_key": "what the source calls the record", "grain": "day or month",
    "type": "kind", "state": "where it stands", "status": "where the case stands", "priority": "p1 is done first", "severity": "how grave it is",
    "channel": "how it came in", "number": "human number", "case_number": "number of the case", "opened_at": "instant, UTC",
    "first_replied_at": "instant, UTC", "resolved_at": "instant, UTC", "closed_at": "instant, UTC", "due_at": "instant at which a promise ends",
    "started_at": "instant, UTC", "ended_at": "instant, UTC; empty while it runs", "breached_at": "instant at which the promise was broken",
    "reopened": "how often it was opened again", "rating": "last rating by the customer, 1 to 5", "agreement": "code of the agreement",
    "target": "which promise: response, resolution or another", "cycle": "1 is the first", "goal_seconds": "promised business seconds",
    "used_seconds": "business seconds used so far", "survey": "code of the survey", "version": "number of the published version",
    "month": "YYYY-MM in the time zone of the organisation", "measure": "key of the measure in the survey", "dimension": "aspect of quality",
    "perspective": "whose view it is", "unit": "of its values", "direction": "whether higher, lower or nominal is better",
    "aggregate": "how values of a period become one figure", "decimals": "places of its values", "kind": "people, process, technology, resources or environment",
    "first_seen": "instant, UTC", "last_seen": "instant, UTC", "times": "how often it was met", "due_on": "day", "template": "by which method",
    "outcome": "what the verification said", "target_value": "value to be reached, in the unit of the indicator", "start_on": "day",
    "budget": "in the currency of the organisation", "spent": "in the currency of the organisation"
  }';
  c record;
begin
  for c in select a.attrelid, a.attname from pg_attribute a join pg_class v on v.oid = a.attrelid
    where v.relnamespace = 'open_data'::regnamespace and v.relkind = 'v' and a.attnum > 0
  loop
    execute format('comment on column %s.%I is %L', c.attrelid::regclass, c.attname, said ->> c.attname);
  end loop;
end $$;
