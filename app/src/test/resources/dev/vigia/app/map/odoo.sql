-- The tables of Odoo that sales, products, stock and purchases live in, with the columns that matter.
create table res_country_state (id integer primary key, code varchar not null, name varchar not null);
create table res_partner (id integer primary key, name varchar, email varchar, vat varchar,
    state_id integer references res_country_state);
create table uom_uom (id integer primary key, name jsonb not null, category_id integer not null, factor numeric not null);
create table res_currency (id integer primary key, name varchar not null);
create table product_category (id integer primary key, complete_name varchar);
create table product_template (id integer primary key, name jsonb not null, categ_id integer references product_category, list_price numeric,
    uom_id integer references uom_uom, active boolean, create_date timestamp);
create table product_product (id integer primary key, product_tmpl_id integer not null references product_template,
    default_code varchar, barcode varchar, active boolean);
create table sale_order (id integer primary key, name varchar not null, state varchar, date_order timestamp,
    partner_id integer not null references res_partner, partner_shipping_id integer references res_partner,
    currency_id integer references res_currency, currency_rate numeric, amount_total numeric, write_date timestamp);
create table sale_order_line (id integer primary key, order_id integer not null references sale_order, sequence integer,
    product_id integer references product_product, name text not null, display_type varchar, state varchar,
    product_uom_qty numeric, product_uom integer references uom_uom, price_unit numeric, discount numeric,
    price_subtotal numeric, price_total numeric,
    is_downpayment boolean);
create table stock_warehouse (id integer primary key, name varchar not null, code varchar(5) not null);
create table stock_location (id integer primary key, name varchar not null, usage varchar not null,
    warehouse_id integer references stock_warehouse);
create table stock_quant (id integer primary key, product_id integer not null references product_product,
    location_id integer not null references stock_location, quantity numeric, reserved_quantity numeric not null,
    write_date timestamp);
create table stock_warehouse_orderpoint (id integer primary key, product_id integer not null references product_product,
    warehouse_id integer not null references stock_warehouse, product_min_qty numeric, product_max_qty numeric,
    qty_multiple numeric);
create table purchase_order (id integer primary key, name varchar not null, state varchar,
    partner_id integer not null references res_partner, date_order timestamp, date_planned timestamp);
create table purchase_order_line (id integer primary key, order_id integer not null references purchase_order,
    product_id integer references product_product, product_qty numeric, product_uom integer references uom_uom,
    qty_received numeric, date_planned timestamp);
