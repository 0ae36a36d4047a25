-- The tables of SAP that sales orders live in, as an extraction writes them: dates as text, no foreign keys.
create schema sap;
create table sap."VBAK" ("MANDT" varchar(3) not null, "VBELN" varchar(10) not null, "ERDAT" varchar(8), "AUDAT" varchar(8),
    "VBTYP" varchar(4), "AUART" varchar(4), "NETWR" numeric(15,2), "WAERK" varchar(5), "VKORG" varchar(4), "KUNNR" varchar(10),
    primary key ("MANDT", "VBELN"));
create table sap."VBAP" ("MANDT" varchar(3) not null, "VBELN" varchar(10) not null, "POSNR" varchar(6) not null,
    "MATNR" varchar(40), "ARKTX" varchar(40), "ABGRU" varchar(2), "KWMENG" numeric(15,3), "VRKME" varchar(3),
    "MEINS" varchar(3), "UMVKZ" numeric(5), "UMVKN" numeric(5), "NETWR" numeric(15,2), "WAERK" varchar(5), "WERKS" varchar(4),
    primary key ("MANDT", "VBELN", "POSNR"));
create table sap."KNA1" ("MANDT" varchar(3) not null, "KUNNR" varchar(10) not null, "NAME1" varchar(35), "REGIO" varchar(3),
    "STCD1" varchar(16), "TELF1" varchar(16), primary key ("MANDT", "KUNNR"));
create table sap."MARA" ("MANDT" varchar(3) not null, "MATNR" varchar(40) not null, "ERSDA" varchar(8), "MTART" varchar(4),
    "MATKL" varchar(9), "MEINS" varchar(3), primary key ("MANDT", "MATNR"));
create table sap."MAKT" ("MANDT" varchar(3) not null, "MATNR" varchar(40) not null, "SPRAS" varchar(1) not null,
    "MAKTX" varchar(40), primary key ("MANDT", "MATNR", "SPRAS"));
