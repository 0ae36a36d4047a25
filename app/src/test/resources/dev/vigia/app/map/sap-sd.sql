-- The tables of SAP that sales orders live in, as an extraction writes them: dates as text, no foreign keys.
create table vbak (mandt varchar(3) not null, vbeln varchar(10) not null, erdat varchar(8), audat varchar(8), vbtyp varchar(4),
    auart varchar(4), netwr numeric(15,2), waerk varchar(5), vkorg varchar(4), vtweg varchar(2), kunnr varchar(10),
    lifsk varchar(2), faksk varchar(2), primary key (mandt, vbeln));
create table vbap (mandt varchar(3) not null, vbeln varchar(10) not null, posnr varchar(6) not null, matnr varchar(40),
    arktx varchar(40), pstyv varchar(4), abgru varchar(2), kwmeng numeric(15,3), vrkme varchar(3), meins varchar(3),
    umvkz numeric(5), umvkn numeric(5), netwr numeric(15,2), waerk varchar(5), werks varchar(4),
    primary key (mandt, vbeln, posnr));
create table kna1 (mandt varchar(3) not null, kunnr varchar(10) not null, name1 varchar(35), regio varchar(3),
    stcd1 varchar(16), telf1 varchar(16), primary key (mandt, kunnr));
create table mara (mandt varchar(3) not null, matnr varchar(40) not null, ersda varchar(8), mtart varchar(4),
    matkl varchar(9), meins varchar(3), primary key (mandt, matnr));
