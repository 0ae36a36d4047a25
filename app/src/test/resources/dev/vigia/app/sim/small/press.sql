create schema plant;

create table plant.wear (
    measured_at timestamptz primary key,
    wear        double precision not null
);
