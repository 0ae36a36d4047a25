-- A Brazilian shop's own system.
create table "TB_CLIENTE" (id_cliente bigint primary key, nome text, cpf text, telefone text, cidade text, uf text);
create table "TB_PRODUTO" (cod_produto text primary key, descricao text not null, unidade text, preco_venda numeric(12,2));
create table "TB_PEDIDO" (num_pedido bigint primary key, id_cliente bigint not null references "TB_CLIENTE",
    data_pedido timestamp not null, situacao text not null, uf_entrega text, nome_contato text, "Order" text);
create table "TB_ITENS_PEDIDO" (num_pedido bigint not null references "TB_PEDIDO", num_item integer not null,
    cod_produto text not null references "TB_PRODUTO", qtde numeric(12,3) not null, valor_total numeric(12,2) not null,
    primary key (num_pedido, num_item));
create table "TB_COMPRA" (id_compra bigint primary key, fornecedor text, data_pedido date);
