create schema erp;

create table erp.customer (
    customer_id text primary key,
    name        text
);

create table erp.sales_order (
    order_id    bigint primary key,
    customer_id text not null references erp.customer,
    status      text not null,
    urgent      boolean not null,
    wanted_on   date not null,
    updated_at  timestamptz not null
);

create table erp.sales_order_line (
    order_id   bigint  not null references erp.sales_order,
    line_no    integer not null,
    quantity   numeric(18, 3) not null,
    unit_price numeric(18, 2) not null,
    discount   numeric(18, 2) not null,
    amount     numeric(18, 2) not null,
    primary key (order_id, line_no)
);
