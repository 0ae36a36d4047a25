-- What the log names of a row before a change. Of a partitioned table each partition decides that for its own rows. Not
-- by pg_partition_tree, which waits for whoever is altering one of them.
with recursive relation (schema, name, oid, kind, is_part) as (
    select n.nspname, c.relname, c.oid, c.relkind, false
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname || '.' || c.relname = any (?)
    union all
    select r.schema, r.name, c.oid, c.relkind, true
    from relation r
    join pg_inherits i on i.inhparent = r.oid
    join pg_class c on c.oid = i.inhrelid
    where r.kind = 'p'
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
where not (r.is_part and r.kind = 'p')
