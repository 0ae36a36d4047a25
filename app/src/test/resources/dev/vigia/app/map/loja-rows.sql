insert into "TB_CLIENTE" values (1, 'Maria da Silva', '123.456.789-00', '+55 11 99999-0000', 'Santos', 'SP');
insert into "TB_PRODUTO" values ('P1', 'Parafuso', 'CX', 10.5), ('P2', 'Prego', 'KG', 3);
insert into "TB_PEDIDO" select i, 1, timestamp '2018-10-29' + make_interval(hours => i * 7),
    case when i % 10 = 0 then 'cancelado' when i % 7 = 0 then 'em análise' else 'faturado' end, 'SP', 'Maria', null
    from generate_series(1, 100) i;
insert into "TB_ITENS_PEDIDO" select i, j, 'P' || j, i * 0.5, i * 1.01 from generate_series(1, 100) i, generate_series(1, 2) j;
