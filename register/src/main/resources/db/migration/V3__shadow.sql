-- What a model that is not switched on would have said otherwise. Kept as long as posts without an alert, from collection.
-- Ids are hashes of model, post and version: a replay changes nothing, and a post's id of any length fits.
create table shadow_difference (
    id              text primary key,
    model           text not null,
    post_id         text not null,
    version         text not null,
    published_at    timestamptz not null,
    collected_at    timestamptz not null,
    first_seen      timestamptz not null,
    level_before    danger_level not null,
    level_after     danger_level not null check (level_after <> level_before),
    category_before text not null,
    category_after  text not null,
    excerpt         text not null check (length(excerpt) <= 200)
);
create index shadow_difference_newest on shadow_difference (model, first_seen desc, id);
create index shadow_difference_collected on shadow_difference (collected_at);

-- One row for each version of a post that both models judged, so that they are counted once, however often they are met.
create table shadow_judged (
    id           text primary key,
    model        text not null,
    first_seen   timestamptz not null,
    collected_at timestamptz not null
);
create index shadow_judged_model on shadow_judged (model, first_seen);
create index shadow_judged_collected on shadow_judged (collected_at);
