-- What a post tells, as a direction, so that the same event is known again in other words.
alter table alert_post add column vector text not null default '';

-- What each post of an alert was judged to tell, so that an alert can be told anew when posts are taken out of it. Of several versions
-- of a post only those that told more than the ones before. It says nothing of who wrote it.
create table alert_sighting (
    post_id      text not null references alert_post (post_id) on delete cascade,
    version      text not null,
    post         jsonb not null,
    assessment   jsonb not null,
    historic     boolean not null,
    collected_at timestamptz not null,
    primary key (post_id, version)
);

-- Which posts a merge moved, so that it can be undone; by the revision that the merged alert had then.
create table alert_merge (
    merged    text not null references alert (id) on delete cascade,
    revision  integer not null,
    post_id   text not null references alert_post (post_id) on delete cascade,
    merged_at timestamptz not null,
    primary key (merged, revision, post_id)
);
create index alert_merge_post on alert_merge (post_id);
