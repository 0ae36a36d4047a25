select n.nspname as schema, c.relname as name, f.conname as key, rn.nspname as to_schema, r.relname as to_name,
       array_agg(a.attname::text order by k.place) as columns, array_agg(ra.attname::text order by k.place) as to_columns
from pg_constraint f
join pg_class c on c.oid = f.conrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class r on r.oid = f.confrelid
join pg_namespace rn on rn.oid = r.relnamespace
cross join lateral unnest(f.conkey, f.confkey) with ordinality as k (mine, theirs, place)
join pg_attribute a on a.attrelid = c.oid and a.attnum = k.mine
join pg_attribute ra on ra.attrelid = r.oid and ra.attnum = k.theirs
where f.contype = 'f' and f.conparentid = 0 and n.nspname || '.' || c.relname = any (?)
group by n.nspname, c.relname, f.conname, rn.nspname, r.relname
order by 1, 2, 3
