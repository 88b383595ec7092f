-- Of a search that finds too much only the newest hits are kept; what was found before this was let go. Empty while all is kept.
alter table saved_search add column let_go_until timestamptz;
