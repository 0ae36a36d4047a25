-- What the log names of a row before a change. Of a partitioned table each partition decides that for its own rows.
with relation as (
    select n.nspname as schema, c.relname as name, unnest(array[c.oid] || array(
        select p.relid::oid from pg_partition_tree(c.oid) p where p.isleaf)) as oid
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname || '.' || c.relname = any (?)
)
-- An index that is checked late does not count.
select r.schema, r.name, c.relreplident as identity, array(
    select a.attname::text
    from pg_attribute a
    left join pg_index i on i.indrelid = c.oid and i.indimmediate
        and exists (select from generate_series(0, i.indnkeyatts - 1) place where i.indkey[place] = a.attnum)
        and (c.relreplident = 'd' and i.indisprimary or c.relreplident = 'i' and i.indisreplident)
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and (c.relreplident = 'f' or i.indexrelid is not null)) as columns
from relation r
join pg_class c on c.oid = r.oid
