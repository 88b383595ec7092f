-- Searches that people keep, matched against every post that is stored from then on. Nobody is shown another's.
create table saved_search (
    id         text primary key,
    revision   integer not null check (revision >= 1),
    owner      text not null references account (login),
    name       text not null,
    query      text not null,
    announced  boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- What was found up to here has been seen.
    seen_until timestamptz not null
);
create index saved_search_owner on saved_search (owner, created_at, id);

-- Which search found which post: no word of it, only what tells who may see it. Kept as long as posts without an alert, from
-- collection. Ids are hashes of search and post: a replay adds nothing, and a post's id of any length fits.
create table search_hit (
    id           text primary key,
    search_id    text not null references saved_search (id) on delete cascade,
    post_id      text not null,
    level        danger_level not null,
    schools      text[] not null,
    collected_at timestamptz not null,
    found_at     timestamptz not null
);
create index search_hit_newest on search_hit (search_id, found_at desc, id);
create index search_hit_collected on search_hit (collected_at);

-- The job learns of searches as of everything else that people change.
alter table change drop constraint change_kind_check;
alter table change add constraint change_kind_check check (kind in ('alert', 'hazard', 'figures', 'search'));
