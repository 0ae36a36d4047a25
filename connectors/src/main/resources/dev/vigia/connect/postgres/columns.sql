-- A domain is followed to the type at its root, whose limits it may have set itself.
with recursive type (oid, name, kind, limits) as (
    select oid, typname, typtype, -1 from pg_type where typtype <> 'd'
    union all
    select d.oid, t.name, t.kind, greatest(d.typtypmod, t.limits)
    from pg_type d join type t on d.typbasetype = t.oid
    where d.typtype = 'd'
),
col as (
    select n.nspname, c.relname, c.oid as relation, a.attnum, a.attname, a.attgenerated <> '' as generated, a.attlen,
           not has_column_privilege(c.oid, a.attnum, 'select') as hidden,
           format_type(a.atttypid, a.atttypmod) as declared, t.name as type, t.kind, a.attstorage as storage,
           greatest(a.atttypmod, t.limits) - 4 as limits,
           a.attlen = -1 and a.attstorage in ('x', 'e', 'm') and (c.relkind = 'p' or c.reltoastrelid <> 0) as movable,
           coalesce((select option_value::int from pg_options_to_table(c.reloptions)
                     where option_name = 'toast_tuple_target'), current_setting('block_size')::int / 4 - 16) as target
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
    join pg_namespace n on n.oid = c.relnamespace
    join type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and n.nspname || '.' || c.relname = any (?)
),
-- The most bytes that a value takes; a billion where nothing limits it.
sized as (
    select *, case
        when attlen > 0 then attlen
        when limits < 0 then 1000000000
        when type in ('varchar', 'bpchar') then 4 + 4 * limits
        when type = 'numeric' then 8 + 2 * (((limits >> 16) & 65535) / 4 + 2)
        else 1000000000
    end as size
    from col
),
-- Values are moved out of a row that is too large, the largest first, and none that fits in 24 bytes. So one of limited
-- size stays if the row is small enough with it and with nothing larger beside it but what is never moved before it.
crowded as (
    select one.relation, one.attnum
    from sized one
    left join sized other on other.relation = one.relation and other.attnum <> one.attnum
    where one.movable and one.size > 24
    group by one.relation, one.attnum, one.size, one.target
    having one.size + 32 + sum(coalesce(9 + case
        when other.attlen = -1 and other.storage in ('x', 'e') then least(other.size, one.size)
        else other.size
    end, 0)) > one.target
)
select nspname as schema, relname as name, attname as column, declared, type, kind, generated, hidden,
       exists (select from crowded c where c.relation = s.relation and c.attnum = s.attnum) as toastable
from sized s
order by nspname, relname, attnum
