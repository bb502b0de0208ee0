-- Row-level security on every table. Views, partitions and the queue are covered by the catalogue test.

create function protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  if exists (select from pg_attribute where attrelid = target and attname = 'org_id' and not attisdropped) then
    execute format(
      'create policy of_organisation on %s using (org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)'
      ' with check (org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)', target);
  end if;
end $$;

select protect(c.oid::regclass) from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration';

alter table schema_migration enable row level security;

grant usage on schema public to zhiheng_app;
do $$ declare t regclass; begin
  for t in select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname <> 'schema_migration' and not c.relispartition
  loop
    execute format('grant select, insert, update, delete on %s to zhiheng_app', t);
  end loop;
end $$;
-- The log of changes is written once.
revoke update, delete on event from zhiheng_app;

-- Doors in the wall: each finds one organisation behind one secret or address.

create function org_of_session(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from session where token_hash = hash and expires_at > now() $$;

create function org_of_api_key(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from api_key where key_hash = hash and revoked_at is null and (expires_at is null or expires_at > now()) $$;

create function org_of_access_link(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from access_link where token_hash = hash and used_at is null and expires_at > now() $$;

create function orgs_of_email(address text) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from account where email = address and deleted_at is null and state = 'active' $$;

create function any_organisation() returns boolean language sql stable security definer set search_path = pg_catalog, public as
$$ select exists (select from organisation) $$;

-- Imports whose worker died: an organisation and a job to take up again. Says nothing else about them.
create function waiting_imports(silent_for interval) returns table (org_id uuid, job_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select j.org_id, j.id from import_job j
   where (j.state = 'queued' and j.created_at < now() - silent_for) or (j.state = 'running' and j.heartbeat_at < now() - silent_for) limit 1000 $$;

-- Organisations with deltas to merge or extremes to take again.
create function organisations_to_compact() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from organisation o
   where exists (select from rollup_delta d where d.org_id = o.org_id) or exists (select from rollup r where r.org_id = o.org_id and r.stale) $$;

-- Makes the monthly partitions that a batch needs: at most 240 a call, between 1970 and 2100.
create function ensure_observation_months(months date[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare m date; part text;
begin
  if cardinality(months) > 240 then raise exception 'too many months' using errcode = '22023'; end if;
  foreach m in array months loop
    m := date_trunc('month', m);
    if m < '1970-01-01' or m >= '2100-01-01' then raise exception 'month % out of range', m using errcode = '22008'; end if;
    part := 'observation_' || to_char(m, 'YYYYMM');
    if to_regclass('public.' || part) is null then
      perform pg_advisory_xact_lock(hashtext(part));
      if to_regclass('public.' || part) is null then
        -- Attaching takes a lighter lock than creating in place: readers and writers of other months go on.
        execute format('create table public.%I (like public.observation including all)', part);
        execute format('alter table public.observation attach partition public.%I for values from (%L) to (%L)',
          part, m::timestamp at time zone 'UTC', (m + interval '1 month') at time zone 'UTC');
        perform public.protect(('public.' || quote_ident(part))::regclass);
      end if;
    end if;
  end loop;
end $$;

revoke execute on all functions in schema public from public;
grant execute on function org_of_session, org_of_api_key, org_of_access_link, orgs_of_email, any_organisation,
  waiting_imports, organisations_to_compact, ensure_observation_months to zhiheng_app;
