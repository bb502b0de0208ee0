import type { Pool } from 'pg';

/** A thing that is wrong with the database as it stands; `what` names the table, role or view. */
export interface Ailment {
  readonly code:
    | 'app_is_superuser'
    | 'app_bypasses_policies'
    | 'app_owns'
    | 'no_policy'
    | 'policy_too_wide'
    | 'partition_granted'
    | 'view_not_invoker'
    | 'open_view_without_barrier'
    | 'app_reads_queue'
    | 'app_may_create_roles';
  readonly what: string;
}

/** Every way past the wall between organisations that the catalogue can show. Run as the application's login. */
const examination = `
select 'app_is_superuser' as code, rolname as what from pg_roles where rolname = current_user and rolsuper
union all
select 'app_bypasses_policies', rolname from pg_roles where rolname = current_user and rolbypassrls
union all
select 'app_may_create_roles', rolname from pg_roles where rolname = current_user and rolcreaterole
union all
select 'app_owns', c.oid::regclass::text from pg_class c
  where pg_has_role(current_user, c.relowner, 'usage') and c.relnamespace = 'public'::regnamespace
union all
select 'no_policy', c.oid::regclass::text from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
union all
select 'policy_too_wide', c.oid::regclass || ': ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
  where p.polpermissive and c.relnamespace = 'public'::regnamespace
    and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) not like '(org_id = %app.org_id%'
union all
select 'partition_granted', c.oid::regclass::text from pg_class c
  where c.relispartition and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and has_table_privilege(current_user, c.oid, 'select, insert, update, delete, truncate')
union all
select 'view_not_invoker', c.oid::regclass::text from pg_class c
  where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
    and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)
union all
select 'open_view_without_barrier', c.oid::regclass::text from pg_class c join pg_namespace s on s.oid = c.relnamespace
  where s.nspname = 'open_data' and (c.relkind <> 'v' or not coalesce(c.reloptions @> array['security_barrier=true'], false)
    or pg_get_viewdef(c.oid) not like '%open_data.organisation()%')
union all
select 'app_reads_queue', c.oid::regclass::text from pg_class c
  join pg_namespace s on s.oid = c.relnamespace
  where s.nspname = 'pgboss' and c.relkind in ('r', 'p', 'v')
    and has_schema_privilege(current_user, s.oid, 'usage') and has_table_privilege(current_user, c.oid, 'select')
order by 1, 2`;

/** Examines the wall between organisations; an empty list is health. */
export async function examine(app: Pool): Promise<Ailment[]> {
  const { rows } = await app.query<Ailment>(examination);
  return rows;
}
