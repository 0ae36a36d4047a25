-- Thousands of rows, the awkward ones among them; always the same, for pick(n, seed) only looks random.
create function pick(seed integer, below integer) returns integer language sql immutable
    as $$ select abs(hashint4(seed) % below) $$;

insert into sap."KNA1" select '100', lpad(i::text, 10, '0'), 'Customer ' || i,
    (array['SP', 'RJ', 'AM', null])[1 + pick(i, 4)], '00', '11' from generate_series(1, 100) i;
insert into sap."MARA" select '100', lpad(i::text, 18, '0'), '20180101', 'FERT', 'G' || i % 3, 'ST'
    from generate_series(1, 20) i;
insert into sap."MAKT" select '100', lpad(i::text, 18, '0'), 'P', 'Material ' || i from generate_series(1, 20) i;
insert into sap."VBAK" select '100', lpad(i::text, 10, '0'),
        to_char(date '2018-10-01' + pick(i + 10, 180), 'YYYYMMDD'), to_char(date '2018-10-01' + pick(i + 10, 180), 'YYYYMMDD'),
        case pick(i + 20, 15) when 0 then 'B' when 1 then 'L' else 'C' end, 'ZOR', 0, 'BRL', '1000',
        lpad((pick(i + 30, 103) + 1)::text, 10, '0')
    from generate_series(1, 2500) i;
update sap."VBAK" set "AUART" = 'RE', "VBTYP" = 'H' where "VBELN"::int % 29 = 0;
update sap."VBAK" set "AUDAT" = '00000000' where "VBELN"::int % 31 = 0;
update sap."VBAK" set "AUDAT" = '00000000', "ERDAT" = '00000000' where "VBELN"::int % 37 = 0;
update sap."VBAK" set "AUDAT" = null where "VBELN"::int % 41 = 0;
update sap."VBAK" set "AUDAT" = '20181104' where "VBELN"::int % 43 = 0;
update sap."VBAK" set "AUDAT" = '20190217' where "VBELN"::int % 47 = 0;
update sap."VBAK" set "AUDAT" = '20190231' where "VBELN"::int = 1001;
update sap."VBAK" set "AUDAT" = 'soon' where "VBELN"::int = 1002;
update sap."VBAK" set "AUDAT" = '29990101' where "VBELN"::int = 1003;

insert into sap."VBAP" select '100', lpad((pick(i + 40, 2510) + 1)::text, 10, '0'), lpad((i % 900 * 10)::text, 6, '0'),
        lpad((pick(i + 50, 20) + 1)::text, 18, '0'), 'Item', case pick(i + 60, 25) when 0 then '01' when 1 then '  ' else '' end,
        (pick(i + 70, 90000) + 1) / 1000.0, 'KAR', 'ST', (array[1, 12, 1, 5])[1 + pick(i + 80, 4)],
        (array[1, 1, 3, 7])[1 + pick(i + 90, 4)], pick(i + 100, 900000) / 100.0, 'BRL', '1000'
    from generate_series(1, 8000) i
    on conflict do nothing;
update sap."VBAP" set "MATNR" = '' where "VBELN"::int % 53 = 0;
update sap."VBAP" set "MATNR" = null where "VBELN"::int % 59 = 0;
update sap."VBAP" set "ABGRU" = null where "VBELN"::int % 61 = 0;
update sap."VBAP" set "KWMENG" = ("POSNR"::int % 20) * 0.001, "UMVKZ" = 1, "UMVKN" = 2 where "VBELN"::int % 7 = 0;
update sap."VBAP" set "UMVKN" = 0 where "VBELN"::int = 2000;
update sap."VBAP" set "UMVKN" = null where "VBELN"::int = 2001;
update sap."VBAP" set "KWMENG" = null where "VBELN"::int = 2002;
update sap."VBAP" set "NETWR" = null where "VBELN"::int = 2003;
update sap."VBAP" set "NETWR" = 'NaN' where "VBELN"::int = 2004;
analyze;
