-- What a comment may be held for, beside its links, and that its writer may erase it while it is withheld.
alter table withheld drop constraint withheld_held_for_check;
alter table withheld add constraint withheld_held_for_check check (held_for in ('links', 'words', 'check'));
alter table withheld drop constraint withheld_status_check;
alter table withheld add constraint withheld_status_check check (status in ('held', 'rejected', 'deleted'));

-- The key of a comment, to erase what it keeps; also all keys of a discussion.
create index keys_of_comment on keys (discussion_id, comment_id);
drop index keys_of_discussion;
