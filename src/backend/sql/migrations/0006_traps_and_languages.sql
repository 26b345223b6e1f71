-- What a comment may be held for, beside what it was.
alter table withheld drop constraint withheld_held_for_check;
alter table withheld add constraint withheld_held_for_check
  check (held_for in ('links', 'words', 'check', 'trap', 'haste'));
alter table taken_back drop constraint taken_back_held_for_check;
alter table taken_back add constraint taken_back_held_for_check
  check (held_for in ('links', 'words', 'check', 'trap', 'haste'));
alter table moderation_log drop constraint moderation_log_was_held_for_check;
alter table moderation_log add constraint moderation_log_was_held_for_check
  check (was_held_for in ('links', 'words', 'check', 'trap', 'haste'));

-- The text search configurations by which words are found in their other forms, for all programs on this database, and behind
-- which comment what was there before they were named is still to be indexed by them. One row.
create table search_languages (
  names text[] not null default '{}',
  is_done boolean not null default true,
  last_discussion text collate "C" not null default '',
  last_id text collate "C" not null default ''
);

create unique index search_languages_one on search_languages ((true));
insert into search_languages default values;

-- What a text is indexed under beside its grams: each language with what it makes of each word. No gram begins with chr(3). Texts
-- that are longer than any that is posted here are indexed by their beginning, as a tsvector has room for a megabyte.
create function forms_of(given text) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct chr(3) || language.name || ' ' || form), '{}')
  -- Apart, so that no other configuration is asked.
  from (
    select c.oid::regconfig as configuration, c.cfgname as name
    from search_languages l
    cross join lateral unnest(l.names) wanted
    join pg_catalog.pg_ts_config c on c.cfgname = wanted and pg_catalog.pg_ts_config_is_visible(c.oid)
    offset 0
  ) language
  cross join lateral unnest(
    tsvector_to_array(to_tsvector(language.configuration, normalize(left(given, 10000), NFC)))
  ) form
  where octet_length(form) <= 1000
$$;
