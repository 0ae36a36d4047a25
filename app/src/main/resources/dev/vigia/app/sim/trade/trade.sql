-- The trade side of the simulated company: its ERP, its WMS, and the truth behind them.

create schema if not exists erp;
create schema if not exists wms;
create schema if not exists truth;

-- ERP: products and their terms, customers, orders.

create table erp.product (
    sku              text primary key,
    description      text not null,
    category         text not null,
    family           text not null,
    unit             text not null,
    list_price       numeric(18,2) not null,
    cost             numeric(18,2) not null,
    launched_on      date not null,
    discontinued_on  date,
    status           text not null check (status in ('planned', 'active', 'phase-out', 'discontinued')),
    updated_at       timestamptz not null
);

create table erp.product_price (
    sku         text not null references erp.product,
    valid_from  date not null,
    list_price  numeric(18,2) not null,
    primary key (sku, valid_from)
);

-- A promotion without a region holds everywhere.
create table erp.promotion (
    promotion_id      bigint primary key,
    sku               text not null references erp.product,
    region            text,
    starts_on         date not null,
    ends_on           date not null,
    discount_percent  integer not null,
    created_at        timestamptz not null
);

-- Personal data: name, tax_id and email.
create table erp.customer (
    customer_id  text primary key,
    name         text not null,
    tax_id       text not null,
    email        text not null,
    city         text not null,
    region       text not null,
    channel      text not null,
    updated_at   timestamptz not null
);

create table erp.sales_order (
    order_id           bigint primary key,
    customer_id        text not null references erp.customer,
    kind               text not null check (kind in ('sale', 'return')),
    status             text not null check (status in ('confirmed', 'cancelled')),
    ordered_at         timestamptz not null,
    posted_at          timestamptz not null,
    ship_to_region     text not null,
    channel            text not null,
    returned_order_id  bigint references erp.sales_order,
    updated_at         timestamptz not null
);

create table erp.sales_order_line (
    order_id    bigint not null references erp.sales_order,
    line_no     integer not null,
    sku         text not null references erp.product,
    quantity    numeric(18,3) not null,
    unit_price  numeric(18,2) not null,
    discount    numeric(18,2) not null,
    amount      numeric(18,2) not null,
    currency    text not null,
    primary key (order_id, line_no)
);

-- WMS: warehouses, what they hold, what moves, what is on its way to them.

create table wms.warehouse (
    warehouse   text primary key,
    name        text not null,
    city        text not null,
    latitude    double precision not null,
    longitude   double precision not null,
    updated_at  timestamptz not null
);

create table wms.warehouse_region (
    region      text primary key,
    warehouse   text not null references wms.warehouse,
    updated_at  timestamptz not null
);

create table wms.replenishment_policy (
    warehouse              text not null references wms.warehouse,
    sku                    text not null,
    minimum                numeric(18,3) not null,
    multiple               numeric(18,3) not null,
    lead_time_days         integer not null,
    lead_time_spread_days  integer not null,
    review_days            integer not null,
    service_level          double precision not null,
    updated_at             timestamptz not null,
    primary key (warehouse, sku)
);

create table wms.stock_level (
    warehouse   text not null references wms.warehouse,
    sku         text not null,
    on_hand     numeric(18,3) not null check (on_hand >= 0),
    reserved    numeric(18,3) not null check (reserved >= 0),
    updated_at  timestamptz not null,
    primary key (warehouse, sku)
);

create table wms.stock_movement (
    movement_id  bigint primary key,
    warehouse    text not null references wms.warehouse,
    sku          text not null,
    kind         text not null check (kind in ('issue', 'receipt', 'return')),
    quantity     numeric(18,3) not null,
    reference    text not null,
    moved_at     timestamptz not null
);

create table wms.purchase_order (
    purchase_order_id  bigint primary key,
    warehouse          text not null references wms.warehouse,
    supplier           text not null,
    status             text not null check (status in ('open', 'received')),
    ordered_at         timestamptz not null,
    expected_on        date not null,
    arrived_at         timestamptz,
    updated_at         timestamptz not null
);

create table wms.purchase_order_line (
    purchase_order_id  bigint not null references wms.purchase_order,
    line_no            integer not null,
    sku                text not null,
    quantity           numeric(18,3) not null,
    received           numeric(18,3) not null,
    primary key (purchase_order_id, line_no)
);

-- The truth: never captured, only compared with.

-- Demand is what customers wanted and did not cancel: what they got, once every mistake in the orders is corrected,
-- and the sales lost for want of stock.
create table truth.demand_week (
    sku                text not null,
    region             text not null,
    week_start         date not null,
    mean_demand        double precision not null,
    demand             numeric(18,3) not null,
    lost_sales         numeric(18,3) not null,
    days_out_of_stock  integer not null,
    primary key (sku, region, week_start)
);

-- What changed the mean of demand, and by which factor; region ALL where it was so everywhere.
create table truth.demand_event (
    kind       text not null,
    sku        text not null,
    region     text not null,
    starts_on  date not null,
    ends_on    date,
    factor     double precision not null,
    primary key (kind, sku, region, starts_on)
);

-- What capture needs to see whole rows: old ones, and long values that did not change.
alter table erp.product replica identity full;
alter table erp.product_price replica identity full;
alter table erp.promotion replica identity full;
alter table erp.customer replica identity full;
alter table erp.sales_order replica identity full;
alter table erp.sales_order_line replica identity full;
alter table wms.warehouse replica identity full;
alter table wms.warehouse_region replica identity full;
alter table wms.replenishment_policy replica identity full;
alter table wms.stock_level replica identity full;
alter table wms.stock_movement replica identity full;
alter table wms.purchase_order replica identity full;
alter table wms.purchase_order_line replica identity full;
