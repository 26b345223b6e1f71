-- What is searched of comments that are not gone. A table of its own, so that counting a reply does not index texts anew.
create table findable (
  discussion_id text collate "C" not null,
  id text collate "C" not null,
  created_at timestamptz not null,
  sequence integer not null,
  -- The name, folded for telling people from each other; its beginning is indexed, as an index takes no long texts.
  name_key text collate "C" not null,
  folded_name text collate "C" not null,
  folded_body text collate "C" not null,
  -- Three characters from each place of both, as `gramsOf` cuts them.
  grams tsvector not null,
  primary key (discussion_id, id)
);

create index findable_times on findable (discussion_id, created_at, sequence, id);
create index findable_people on findable (discussion_id, left(name_key, 100), created_at, sequence, id);
create index findable_grams on findable using gin (grams);
