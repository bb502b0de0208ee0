-- Cases outside the loop are closed by themselves so many days after their solution, where the house wants that.

create index case_by_solution on service_case (org_id, resolved_at) where status = 'resolved';

create function organisations_with_cases_to_close(moment timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select s.org_id from case_settings s
   where s.settings ->> 'closeAfterDays' is not null and exists (select from service_case c
     where c.org_id = s.org_id and c.status = 'resolved' and c.type not in ('complaint', 'adverse-event') and not c.demo
       and c.resolved_at < moment - (s.settings ->> 'closeAfterDays')::int4 * interval '1 day') $$;
revoke execute on function organisations_with_cases_to_close from public;
grant execute on function organisations_with_cases_to_close to zhiheng_app;
