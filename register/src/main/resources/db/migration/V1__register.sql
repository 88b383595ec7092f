-- The record of what people did, and of what the program found for them. PostgreSQL 14 or newer (xid8, pg_current_snapshot).
-- Enumerations are stored under their wire names; the level is a type of its own because it has an order.

create type danger_level as enum ('NONE', 'BLUE', 'YELLOW', 'ORANGE', 'RED');

-- Schools, one row per line of schools.csv. A school that has left the file stays, since hazards and alerts name it.
create table school (
    code             text primary key,
    position         integer not null,
    active           boolean not null,
    name             text not null,
    type             text not null,
    stage            text not null,
    pupils           integer not null,
    boarding         boolean not null,
    division         text not null,
    district         text not null,
    latitude         double precision not null,
    longitude        double precision not null,
    aliases          text[] not null,
    boarders         integer not null,
    education_bureau text not null,
    police_unit      text not null,
    urban            boolean not null,
    campus_of        text not null,
    street           text not null
);
create index school_district on school (district);

-- Alerts. "post" is the leading post as it was when it led: the evidence, which a later edit does not change.
create table alert (
    id             text primary key,
    revision       integer not null check (revision >= 1),
    status         text not null check (status in ('unverified', 'verified', 'rejected', 'merged', 'closed')),
    level          danger_level not null check (level <> 'NONE'),
    categories     text[] not null check (cardinality(categories) > 0),
    stance         text not null,
    routes         text[] not null,
    schools        text[] not null,
    candidates     text[] not null,
    place          text not null,
    post           jsonb not null,
    reasons        jsonb not null,
    score          double precision not null,
    copies         integer not null check (copies >= 1),
    first_seen     timestamptz not null,
    last_seen      timestamptz not null,
    last_collected timestamptz not null,
    historic       boolean not null,
    merged_into    text not null default '',
    -- The alert that a worse post started after this one had been rejected or closed.
    successor      text not null default '',
    check ((status = 'merged') = (merged_into <> ''))
);
create index alert_last_seen on alert (last_seen desc, id);
create index alert_last_collected on alert (last_collected);
create index alert_schools on alert using gin (schools);

-- Membership: one row per post, whose primary key decides which alert a post belongs to, whoever comes first.
create table alert_post (
    post_id      text primary key,
    alert_id     text not null references alert (id) on delete cascade,
    -- Every version met so far, so that a replay of an old one changes nothing; the columns below are of the newest.
    versions     text[] not null,
    source       text not null,
    url          text not null,
    title        text not null,
    text         text not null,
    level        danger_level not null,
    category     text not null,
    schools      text[] not null,
    fingerprint  bigint not null,
    event_time   timestamptz not null,
    collected_at timestamptz not null
);
create index alert_post_alert on alert_post (alert_id, event_time);
create index alert_post_event_time on alert_post (event_time);

create table alert_event (
    sequence bigint generated always as identity primary key,
    alert_id text not null references alert (id) on delete cascade,
    revision integer not null,
    at       timestamptz not null,
    person   text not null,
    action   text not null,
    note     text not null
);
create index alert_event_alert on alert_event (alert_id, sequence);

-- The outbox: what receivers must get.
create table delivery (
    id              text primary key,
    alert_id        text not null references alert (id) on delete cascade,
    revision        integer not null,
    receiver        text not null,
    event           text not null check (event in ('alert.raised', 'alert.updated', 'alert.retracted')),
    level           danger_level not null,
    -- text, not jsonb: the bytes are signed and must be the same at every attempt.
    payload         text not null,
    state           text not null check (state in ('pending', 'sent', 'dead', 'cancelled')),
    attempts        integer not null default 0,
    created_at      timestamptz not null,
    next_attempt    timestamptz not null,
    lease_until     timestamptz,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text not null default '',
    last_error      text not null default '',
    unique (alert_id, receiver, revision)
);
create index delivery_pending on delivery (level desc, created_at, id) where state = 'pending';

-- The risk register (风险隐患清单).
create table hazard (
    id         text primary key,
    revision   integer not null check (revision >= 1),
    school     text not null references school (code),
    category   text not null,
    title      text not null,
    detail     text not null,
    severity   text not null check (severity in ('minor', 'serious', 'major')),
    owner      text not null,
    due        date not null,
    status     text not null check (status in ('open', 'in_progress', 'closed')),
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    -- Hash of the first draft, to tell a repeated request from a key used twice.
    draft_hash text not null
);
create index hazard_school on hazard (school);
create index hazard_due on hazard (due, id);

create table security_figures (
    school     text primary key references school (code),
    revision   integer not null check (revision >= 1),
    guards     integer not null check (guards >= 0),
    updated_at timestamptz not null
);

create table inspection (
    school      text not null references school (code),
    day         date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (school, day)
);

-- What merge made of it all; written by the job alone.
create table school_risk (
    school     text primary key,
    level      danger_level not null,
    score      double precision not null,
    risk       jsonb not null,
    updated_at timestamptz not null
);

-- What the job must know: written in the transaction of what people did, read in the order of (xid, sequence) up to the oldest
-- transaction still running, so that nothing is overtaken.
create table change (
    sequence  bigint generated always as identity primary key,
    xid       xid8 not null default pg_current_xact_id(),
    kind      text not null check (kind in ('alert', 'hazard', 'figures')),
    reference text not null,
    school    text not null,
    revision  integer not null,
    payload   jsonb not null,
    at        timestamptz not null
);
create index change_position on change (xid, sequence);
create index change_reference on change (reference);

create table account (
    login            text primary key,
    name             text not null,
    role             text not null check (role in ('analyst', 'police', 'school', 'admin')),
    district         text not null,
    police_unit      text not null,
    education_bureau text not null,
    school           text not null,
    password_hash    text not null,
    active           boolean not null,
    failures         integer not null default 0,
    locked_until     timestamptz,
    last_sign_in     timestamptz
);

create table api_key (
    sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    id         text not null unique,
    school     text not null references school (code),
    label      text not null,
    created_at timestamptz not null,
    created_by text not null,
    last_used  timestamptz,
    revoked_at timestamptz
);

create table audit (
    sequence bigint generated always as identity primary key,
    at       timestamptz not null,
    person   text not null check (person <> ''),
    action   text not null check (action <> ''),
    subject  text not null,
    detail   text not null
);
create index audit_subject on audit (subject, sequence);
create index audit_person on audit (person, sequence);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail can only be added to';
end
$$;
create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();

-- Input that could not be handled, masked and cut.
create table dead_letter (
    id        text primary key,
    kind      text not null,
    reference text not null,
    cause     text not null,
    payload   text not null,
    at        timestamptz not null,
    times     integer not null default 1
);
create index dead_letter_at on dead_letter (at desc);
