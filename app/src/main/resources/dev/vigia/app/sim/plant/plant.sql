create schema if not exists plant;
create schema if not exists truth;

create table plant.place (
    code text primary key,
    site text not null,
    hall text not null,
    position integer not null,
    latitude double precision not null,
    longitude double precision not null
);
comment on table plant.place is 'Where machines stand.';

create table plant.machine (
    id text primary key,
    name text not null,
    class text not null,
    place text not null references plant.place (code),
    shifts text not null check (shifts in ('continuous', 'two-shifts')),
    rated_current double precision not null,
    installed_on date not null
);
comment on column plant.machine.rated_current is 'Amperes on the nameplate.';

create table plant.channel (
    machine text not null references plant.machine (id),
    measure text not null check (measure in ('vibration', 'temperature', 'current')),
    unit text not null,
    low double precision not null,
    high double precision not null,
    readings_per_hour integer not null,
    primary key (machine, measure)
);
comment on table plant.channel is 'The sensors of a machine: what they can show and how often they should.';

create table plant.operating_state (
    machine text not null references plant.machine (id),
    since timestamptz not null,
    state text not null check (state in ('off', 'starting', 'running', 'maintenance')),
    primary key (machine, since)
);
comment on table plant.operating_state is 'What a machine did; a state lasts until the next row.';

create table plant.maintenance_order (
    id text primary key,
    machine text not null references plant.machine (id),
    kind text not null check (kind in ('preventive', 'corrective')),
    failure_mode text,
    reported_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    text text not null
);
comment on table plant.maintenance_order is 'Written when something is to be done, filled in as the work goes on.';

create table truth.wear (
    machine text not null,
    day date not null,
    bearing double precision not null,
    imbalance double precision not null,
    winding double precision not null,
    cooling double precision not null,
    leading_mode text not null,
    primary key (machine, day)
);
comment on table truth.wear is 'How worn a machine really was at the end of a day, 0 new to 1 broken, by failure mode.';

create table truth.sensor_fault (
    machine text not null,
    measure text not null,
    began_at timestamptz not null,
    ended_at timestamptz not null,
    kind text not null,
    primary key (machine, measure, began_at)
);
comment on table truth.sensor_fault is 'When a sensor did not tell the truth.';

create table truth.breakdown (
    machine text not null,
    at timestamptz not null,
    failure_mode text not null,
    maintenance_order text not null,
    primary key (machine, at)
);
comment on table truth.breakdown is 'When wear really broke a machine.';

-- What capture needs to see whole rows: old ones, and long values that did not change.
alter table plant.place replica identity full;
alter table plant.machine replica identity full;
alter table plant.channel replica identity full;
alter table plant.operating_state replica identity full;
alter table plant.maintenance_order replica identity full;
