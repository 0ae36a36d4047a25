-- What the shop itself would say it sold: written by hand, without any mapping.
with said as (
    select l.product_id::text as product, coalesce(s.code, '') as region, o.date_order, l.product_uom_qty < 0 as back,
           abs(l.product_uom_qty / nullif(u.factor, 0) * b.factor) as quantity, abs(l.price_subtotal) as revenue,
           case when l.product_uom_qty < 0 or l.price_subtotal >= 0 then 1 else -1 end as sign
    from sale_order_line l
    join sale_order o on o.id = l.order_id
    join product_product p on p.id = l.product_id
    join product_template t on t.id = p.product_tmpl_id
    join uom_uom u on u.id = l.product_uom
    join uom_uom b on b.id = t.uom_id
    left join res_partner r on r.id = o.partner_shipping_id
    left join res_country_state s on s.id = r.state_id
    where o.state in ('sale', 'done') and l.display_type is null and not coalesce(l.is_downpayment, false)
      and isfinite(o.date_order) and o.date_order > '1990-01-01'
      and l.product_uom_qty <> 'NaN' and abs(l.product_uom_qty) < 1e12 and abs(l.price_subtotal) < 1e12
),
-- Half a thousandth and half a cent go to the even neighbour.
rounded as (
    select product, region, back, sign,
           date_trunc('week', date_order at time zone 'UTC' at time zone 'America/Sao_Paulo')::date as week,
           case when quantity * 1000 % 1 = 0.5 then 2 * round(quantity * 1000 / 2) / 1000 else round(quantity, 3) end as quantity,
           case when revenue * 100 % 1 = 0.5 then 2 * round(revenue * 100 / 2) / 100 else round(revenue, 2) end as revenue
    from said where quantity is not null and revenue is not null
)
select week as week_start, product, region,
       coalesce(sum(quantity) filter (where not back), 0) as gross,
       coalesce(sum(quantity) filter (where back), 0) as returned,
       sum(case when back then -revenue else sign * revenue end) as revenue
from rounded group by 1, 2, 3
