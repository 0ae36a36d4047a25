-- A domain is followed to the type at its root, whose limits it may have set itself.
with recursive type (oid, name, kind, limits) as (
    select oid, typname, typtype, -1 from pg_type where typtype <> 'd'
    union all
    select d.oid, t.name, t.kind, greatest(d.typtypmod, t.limits)
    from pg_type d join type t on d.typbasetype = t.oid
    where d.typtype = 'd'
),
col as (
    select n.nspname, c.relname, c.oid as relation, a.attnum, a.attname, a.attgenerated <> '' as generated,
           format_type(a.atttypid, a.atttypmod) as declared, t.name as type, t.kind,
           greatest(a.atttypmod, t.limits) - 4 as limits,
           a.attlen = -1 and a.attstorage in ('x', 'e', 'm') and (c.relkind = 'p' or c.reltoastrelid <> 0) as toastable
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
    join pg_namespace n on n.oid = c.relnamespace
    join type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and n.nspname || '.' || c.relname = any (?)
)
select nspname as schema, relname as name, attname as column, declared, type, kind, generated,
       -- What fits in 24 bytes is never moved out of line.
       toastable and case
           when limits < 0 then true
           when type in ('varchar', 'bpchar') then 4 + 4 * limits > 24
           when type = 'numeric' then 8 + 2 * (((limits >> 16) & 65535) / 4 + 2) > 24
           else true
       end as toastable
from col
order by nspname, relname, attnum
