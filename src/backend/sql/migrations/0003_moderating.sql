-- What moderators did. Texts are as `keepText` writes them.
create table moderation_log (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  moderator text not null,
  action text not null check (action in ('approve', 'reject', 'delete', 'close', 'reopen', 'undo')),
  discussion_id text collate "C" not null,
  comment_id text collate "C",
  excerpt text not null,
  reason text,
  undoes bigint,
  -- The comment's revision after it, and what the comment was before it.
  revision integer,
  was_status text check (was_status in ('held', 'published')),
  was_body text,
  was_editable_until timestamptz,
  was_held_for text check (was_held_for in ('links')),
  was_held_since timestamptz
);

create index moderation_log_of_comment on moderation_log (discussion_id, comment_id, number);
create unique index moderation_log_undone on moderation_log (undoes) where undoes is not null;

-- What is undone is told by another row.
create function moderation_log_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'The log of moderation is never changed';
end $$;

create trigger moderation_log_only_grows before update or delete or truncate on moderation_log
  for each statement execute function moderation_log_only_grows();

-- Comments that had come and were taken back, to be looked at again.
create table taken_back (
  discussion_id text collate "C" not null,
  comment_id text collate "C" not null,
  held_for text not null check (held_for in ('links')),
  held_since timestamptz not null,
  primary key (discussion_id, comment_id)
);

create index withheld_waiting on withheld (created_at, discussion_id, id) where status = 'held';

-- The number of the entry that settled it.
alter table reports add column settled_by bigint;

create index reports_of_comment on reports (discussion_id, comment_id);
create index reports_open on reports (discussion_id, comment_id, received_at) where settled_by is null;
drop index reports_of_discussion;
