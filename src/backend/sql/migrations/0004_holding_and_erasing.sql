-- What a comment may be held for, beside its links, and that its writer may erase it while it is withheld.
alter table withheld drop constraint withheld_held_for_check;
alter table withheld add constraint withheld_held_for_check check (held_for in ('links', 'words', 'check'));
alter table taken_back drop constraint taken_back_held_for_check;
alter table taken_back add constraint taken_back_held_for_check check (held_for in ('links', 'words', 'check'));
alter table moderation_log drop constraint moderation_log_was_held_for_check;
alter table moderation_log add constraint moderation_log_was_held_for_check
  check (was_held_for in ('links', 'words', 'check'));
alter table withheld drop constraint withheld_status_check;
alter table withheld add constraint withheld_status_check check (status in ('held', 'rejected', 'deleted'));

-- The key of a comment, to erase what it keeps; also all keys of a discussion.
create index keys_of_comment on keys (discussion_id, comment_id);
drop index keys_of_discussion;

-- The log is changed in one way: what it has of the text of a comment goes, all of it, and nothing takes its place.
drop trigger moderation_log_only_grows on moderation_log;

create or replace function moderation_log_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.comment_id is not null then
      old.excerpt := '';
      old.was_body := null;
    end if;
    if new is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'The log of moderation is never changed';
end $$;

create trigger moderation_log_only_grows before delete or truncate on moderation_log
  for each statement execute function moderation_log_only_grows();
create trigger moderation_log_only_erased before update on moderation_log
  for each row execute function moderation_log_only_grows();
