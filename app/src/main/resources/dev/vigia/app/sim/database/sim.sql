-- What the simulated company remembers of itself. Nothing here is part of a source system; it is never captured.
create schema sim;

-- What the company was founded with; every row follows from it. One row.
create table sim.company (
    format   integer not null,
    seed     bigint  not null,
    products integer not null,
    weeks    integer not null,
    machines integer not null,
    start    date    not null,
    zone     text    not null
);

-- How far the company has lived, in business time. One row.
create table sim.clock (
    now    timestamptz      not null,
    speed  double precision not null check (speed > 0), -- business seconds per wall second
    paused boolean          not null
);

-- What each department carried into the current business day. Type json, not jsonb: the text comes back as written.
create table sim.state (
    department text primary key,
    day        date not null,
    state      json not null
);

-- What the running company is told to do. Anyone may insert (name, arguments); the company fills in the rest.
create table sim.command (
    id         bigint generated always as identity primary key,
    name       text        not null,
    arguments  jsonb       not null default '{}' check (jsonb_typeof(arguments) = 'object'),
    given_at   timestamptz not null default now(),
    applied_at timestamptz, -- business time
    outcome    text,        -- what was done
    error      text         -- why nothing was done
);

create index command_open on sim.command (id) where outcome is null and error is null;
