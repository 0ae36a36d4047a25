select n.nspname as schema, c.relname as name, c.relpersistence = 'p' as logged,
       c.relkind = 'p' as partitioned,
       c.relkind = 'r' and exists (select from pg_inherits i where i.inhparent = c.oid) as inherited,
       has_schema_privilege(n.oid, 'usage')
           and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select')) as readable,
       row_security_active(c.oid) as secured,
       greatest(c.reltuples::bigint, nullif(pg_stat_get_live_tuples(c.oid), 0)) as estimate
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition
  and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
order by 1, 2
