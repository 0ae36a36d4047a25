select n.nspname as schema, c.relname as name, x.relname as index, i.indisprimary as primary,
       i.indimmediate and bool_and(a.attname is not null) as immediate,
       i.indimmediate and not bool_or(not coalesce(a.attnotnull, false)) as usable,
       array_agg(a.attname::text order by k.place) as columns
from pg_index i
join pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p') and not c.relispartition
join pg_namespace n on n.oid = c.relnamespace
join pg_class x on x.oid = i.indexrelid
cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0
where i.indisunique and i.indisvalid and i.indpred is null and k.place <= i.indnkeyatts
  and n.nspname || '.' || c.relname = any (?)
group by n.nspname, c.relname, x.relname, i.indisprimary, i.indimmediate
order by 1, 2, 3
