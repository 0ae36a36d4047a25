-- Thousands of rows, the awkward ones among them; always the same, for pick(n, seed) only looks random.
create function pick(seed integer, below integer) returns integer language sql immutable
    as $$ select abs(hashint4(seed) % below) $$;
-- Rows as they come to be: some refer to what is not there (any more).
set session_replication_role = replica;

insert into res_country_state values (1, 'SP', 'São Paulo'), (2, 'RJ', 'Rio de Janeiro'), (3, 'AM', 'Amazonas');
insert into res_partner select i, 'Customer ' || i, 'c' || i || '@example.com', '000', nullif(pick(i, 4), 0)
    from generate_series(1, 200) i;
insert into res_currency values (1, 'BRL');
insert into uom_uom values
    (1, '{"en_US": "Units"}', 1, 1), (2, '{"en_US": "Dozens"}', 1, 0.08333333333333333),
    (3, '{"en_US": "kg"}', 2, 1), (4, '{"en_US": "g"}', 2, 1000), (5, '{"en_US": "Box of 7"}', 1, 0.142857),
    (6, '{"en_US": "broken"}', 1, 0);
insert into product_category values (1, 'All / Tools');
insert into product_template select i, jsonb_build_object('en_US', 'Product ' || i), 1, i * 1.005,
    case when i % 5 = 0 then 3 else 1 end, true, '2018-01-01' from generate_series(1, 30) i;
insert into product_product select i, i, case when i % 3 > 0 then 'P-' || i end, null, true from generate_series(1, 30) i;

-- Daylight saving time began on 4 November 2018 and ended on 17 February 2019, both at midnight in São Paulo.
insert into sale_order
    select i, 'S' || i,
        case pick(i + 10, 20) when 0 then 'draft' when 1 then 'cancel' when 2 then 'sent' when 3 then 'done' else 'sale' end,
        timestamp '2018-10-01 00:00:00.000' + make_interval(mins => pick(i + 20, 240000), secs => pick(i + 30, 60)),
        pick(i + 40, 200) + 1, nullif(pick(i + 50, 210), 0), 1, 1, 0, '2019-04-01'
    from generate_series(1, 3000) i;
update sale_order set date_order = null where id % 97 = 0;
update sale_order set date_order = 'infinity' where id = 1;
update sale_order set state = 'weird' where id in (2, 3);
update sale_order set state = null where id = 4;
update sale_order set date_order = '1969-12-31 23:59:59' where id = 5;
update sale_order set date_order = '2018-11-05 01:59:59.999999' where id % 101 = 0;
update sale_order set date_order = '2018-11-05 02:00:00' where id % 103 = 0;
update sale_order set date_order = '2019-02-18 02:59:59.9999' where id % 107 = 0;
update sale_order set date_order = '2019-02-18 03:00:00' where id % 109 = 0;
update sale_order set date_order = '2019-02-17 02:30:00' where id % 113 = 0;

insert into sale_order_line
    select i, pick(i + 60, 3010) + 1, i, pick(i + 70, 30) + 1, 'Line ' || i, null, 'sale',
        (pick(i + 80, 5000) - 300) / 100.0,
        case pick(i + 90, 10) when 0 then 2 when 1 then 5 when 2 then 4 else 1 end,
        10, 0, (pick(i + 100, 2000000) - 100000) / 1000.0, 0, pick(i, 300) = 0
    from generate_series(1, 9000) i;
update sale_order_line set price_subtotal = -abs(price_subtotal) where product_uom_qty < 0;
update sale_order_line set product_id = null, display_type = 'line_section' where id % 89 = 0;
update sale_order_line set product_id = null where id % 83 = 0;
update sale_order_line set price_subtotal = (id % 40) * 0.005, product_uom_qty = (id % 40) * 0.0005, product_uom = 1
    where id % 11 = 0;
update sale_order_line set product_uom_qty = null where id = 101;
update sale_order_line set price_subtotal = null where id = 102;
update sale_order_line set product_uom_qty = 'NaN' where id = 103;
update sale_order_line set price_subtotal = 'Infinity' where id = 104;
update sale_order_line set product_uom = 6 where id in (105, 106);
update sale_order_line set product_uom = 99 where id = 107;
update sale_order_line set product_uom_qty = 1e20 where id = 108;
update sale_order_line set price_subtotal = 1234567890123456789.01 where id = 109;
update sale_order_line set product_id = 77 where id = 110;

set session_replication_role = default;
analyze;
