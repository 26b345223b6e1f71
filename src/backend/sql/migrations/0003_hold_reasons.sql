-- What a comment may be held for, beside its links.
alter table withheld drop constraint withheld_held_for_check;
alter table withheld add constraint withheld_held_for_check check (held_for in ('links', 'words', 'check'));
