-- Ids are compared by their code units, as everywhere. Texts are as `keepText` writes them.
-- No foreign keys: every writer of a discussion holds the lock of its row, and rows of hundreds of thousands of comments
-- that are imported at once would each be checked.

create table articles (
  id text collate "C" primary key,
  discussion_id text collate "C" not null,
  title text not null,
  byline text,
  published_at timestamptz,
  dateline json,
  blocks json not null
);

create index articles_published on articles (published_at desc, id) where published_at is not null;

create table discussions (
  id text collate "C" primary key,
  article_id text collate "C" not null,
  title text not null,
  url text,
  declared_count integer,
  imported_count integer not null,
  count integer not null,
  thread_count integer not null,
  closed boolean not null,
  max_depth integer not null,
  rules text,
  version integer not null,
  imported_in integer not null,
  -- What was imported, and in which versions the very same was imported before.
  fingerprint text,
  imported_before integer[] not null default '{}'
);

create table comments (
  discussion_id text collate "C" not null,
  id text collate "C" not null,
  parent_id text collate "C",
  thread_id text collate "C" not null,
  depth integer not null check (depth > 0),
  -- The comments above it, the lowest one last, up to the top level or to one of many levels whose own path goes on, so
  -- that a chain of comments takes no room that grows with its square.
  path text[] collate "C" not null,
  author_name text not null,
  avatar_url text,
  body text not null,
  format text not null check (format in ('plain', 'markdown')),
  status text not null check (status in ('published', 'rejected', 'deleted')),
  created_at timestamptz not null,
  edited_at timestamptz,
  editable_until timestamptz,
  revision integer not null,
  reply_count integer not null,
  sequence integer not null,
  changed_in integer not null,
  -- Whether it was posted here; only such comments can be sent twice.
  is_posted boolean not null,
  primary key (discussion_id, id)
) with (fillfactor = 90);

create index comments_threads on comments (discussion_id, created_at, sequence) where parent_id is null;
create index comments_ranking on comments (discussion_id, reply_count, created_at, sequence) where parent_id is null;
create index comments_replies on comments (discussion_id, parent_id, created_at, sequence) where parent_id is not null;
create index comments_levels on comments (discussion_id, thread_id, depth, created_at, sequence) where parent_id is not null;
create index comments_arrivals on comments (discussion_id, sequence);
create index comments_revisions on comments (discussion_id, changed_in) where changed_in > sequence;
create index comments_posted on comments (discussion_id, author_name, created_at) where is_posted;

-- Held comments, and those of them that were rejected.
create table withheld (
  discussion_id text collate "C" not null,
  id text collate "C" not null,
  parent_id text collate "C",
  thread_id text collate "C" not null,
  depth integer not null check (depth > 0),
  author_name text not null,
  avatar_url text,
  body text not null,
  format text not null check (format in ('plain', 'markdown')),
  status text not null check (status in ('held', 'rejected')),
  held_for text check (held_for in ('links')),
  created_at timestamptz not null,
  edited_at timestamptz,
  editable_until timestamptz,
  revision integer not null,
  primary key (discussion_id, id)
);

create index withheld_posted on withheld (discussion_id, author_name, created_at);

-- Idempotency keys, each with what was asked for and the comment that came of it.
create table keys (
  key text collate "C" primary key,
  discussion_id text collate "C" not null,
  comment_id text collate "C" not null,
  parent_id text collate "C",
  author_name text not null,
  body text not null,
  format text not null check (format in ('plain', 'markdown')),
  created_at timestamptz not null
);

create index keys_of_discussion on keys (discussion_id);
create index keys_by_age on keys (created_at);

create table reports (
  key text collate "C" primary key,
  discussion_id text collate "C" not null,
  comment_id text collate "C" not null,
  reason text not null,
  words text not null,
  received_at timestamptz not null
);

create index reports_of_discussion on reports (discussion_id);
create index reports_by_age on reports (received_at);
