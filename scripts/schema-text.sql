-- Everything that migrations make, as lines of text that can be compared.
select format('table %s rls=%s kind=%s options=%s', c.oid::regclass, c.relrowsecurity, c.relkind, c.reloptions) as line
from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
union all
select format('column %s.%s %s null=%s default=%s at=%s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
  pg_get_expr(d.adbin, d.adrelid), a.attnum)
from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
union all
select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
union all
select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
union all
select format('view %s %s', viewname, definition) from pg_views where schemaname = 'public'
union all
select format('function %s', pg_get_functiondef(oid)) from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
union all
select format('policy %s.%s %s %s using=%s check=%s', tablename, policyname, roles, cmd, qual, with_check) from pg_policies where schemaname = 'public'
union all
select format('grant %s %s', c.oid::regclass, c.relacl) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relacl is not null
union all
select format('grant function %s %s', p.oid::regprocedure, p.proacl) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proacl is not null
order by 1;
