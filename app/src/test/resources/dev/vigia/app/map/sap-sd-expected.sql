-- What the company itself would say it sold: written by hand, without any mapping.
with said as (
    select ltrim(p."MATNR", '0') as product, coalesce(c."REGIO", '') as region, k."AUART" = 'RE' as back,
           date_trunc('week', case when k."AUDAT" in ('00000000') or k."AUDAT" is null then k."ERDAT" else k."AUDAT" end::date)::date
               as week,
           "KWMENG" * "UMVKZ" / nullif("UMVKN", 0) as quantity, p."NETWR" as revenue
    from sap."VBAP" p
    join sap."VBAK" k on k."VBELN" = p."VBELN"
    left join sap."KNA1" c on c."KUNNR" = k."KUNNR"
    where k."VBTYP" in ('C', 'H') and coalesce(trim(p."ABGRU"), '') = '' and p."MATNR" <> ''
      and k."VBELN"::int not between 1001 and 1003 and not (k."ERDAT" = '00000000' and k."AUDAT" = '00000000')
      and p."NETWR" <> 'NaN' and ltrim(p."POSNR", '0') <> ''
),
-- Half a thousandth goes to the even neighbour.
rounded as (
    select product, region, back, week, revenue,
           case when quantity * 1000 % 1 = 0.5 then 2 * round(quantity * 1000 / 2) / 1000 else round(quantity, 3) end as quantity
    from said where quantity is not null and revenue is not null
)
select week as week_start, product, region,
       coalesce(sum(quantity) filter (where not back), 0) as gross,
       coalesce(sum(quantity) filter (where back), 0) as returned,
       sum(case when back then -revenue else revenue end) as revenue
from rounded group by 1, 2, 3
