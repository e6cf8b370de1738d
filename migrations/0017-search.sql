-- The search over published words. Only what the public reads is in it; it is written in the transaction that
-- publishes, and emptied in the one that withholds, withdraws or replaces. It needs no extension.

-- Which words of a language are forms of one another, and which are too common to look for.
create table docket.search_language (
  language text primary key,
  config regconfig not null
);
insert into docket.search_language (language, config)
select language, pg_ts_config.oid::regconfig
from (values ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'),
  ('nl', 'dutch'), ('en', 'english'), ('et', 'estonian'), ('fi', 'finnish'), ('fr', 'french'), ('de', 'german'),
  ('el', 'greek'), ('hi', 'hindi'), ('hu', 'hungarian'), ('id', 'indonesian'), ('ga', 'irish'), ('it', 'italian'),
  ('lt', 'lithuanian'), ('ne', 'nepali'), ('no', 'norwegian'), ('nb', 'norwegian'), ('nn', 'norwegian'),
  ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'), ('es', 'spanish'),
  ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'), ('yi', 'yiddish'), ('und', 'simple')) as known (language, name)
join pg_ts_config on cfgname = name and cfgnamespace = 'pg_catalog'::regnamespace;

create function docket.search_config(spoken text) returns regconfig language sql stable as $$
  select coalesce(
    (select config from docket.search_language where language = split_part(lower(spoken), '-', 1)),
    'pg_catalog.simple'::regconfig)
$$;

-- Latin letters without their accents, so that they are found without; other scripts as they are.
create function docket.search_folded(said text) returns text language sql immutable as $$
  select replace(replace(replace(translate(normalize(
      regexp_replace(normalize(said, nfkd), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), nfc),
    'øØłŁđĐıŒÆ', 'oOlLdDiœæ'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss')
$$;

-- Scripts that put no space between words (Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese), and Korean, which
-- writes particles onto them: each letter with the one after it, so that any two are found wherever they stand.
create function docket.search_paired(said text) returns text language plpgsql immutable as $$
declare
  unbroken constant text := '[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff'
    || '\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]';
begin
  if said !~ unbroken then
    return said;
  end if;
  return (
    select string_agg(
      case when not here then letter when ahead then ' ' || letter || next || ' ' when behind then ' '
        else ' ' || letter || ' ' end, '' order by place)
    from (
      select letter, place, here, lead(letter) over at as next, lead(here, 1, false) over at as ahead,
        lag(here, 1, false) over at as behind
      from (select letter, place, letter ~ unbroken as here
        from unnest(string_to_array(said, null)) with ordinality as one (letter, place)) as known
      window at as (order by place)) as beside);
end
$$;

create function docket.search_words(config regconfig, said text) returns tsvector language sql immutable as $$
  select to_tsvector(config, docket.search_paired(docket.search_folded(said)))
$$;

-- What people type, for comments of one language: each term is a word, a "phrase" or `or`, with or without a minus. A
-- word too common to look for is known before its accents go. One letter of a script without spaces begins a pair.
create function docket.search_asked(config regconfig, terms text[]) returns tsquery language sql immutable as $$
  select coalesce(regexp_replace(
      websearch_to_tsquery(config, docket.search_paired(docket.search_folded(string_agg(term, ' ' order by place))))::text,
      '''([\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])''',
      '''\1'':*', 'g'), '')::tsquery
  from unnest(terms) with ordinality as asked (term, place)
  where lower(term) = 'or' or term like '%"%' or to_tsvector(config, term) <> ''
$$;

-- The published words of a comment; the longest in several stretches, since a tsvector has its bounds. Marks that no
-- word can be (they begin with @) tell language and request, so that the one index answers for both.
create table docket.search_text (
  comment_id uuid not null references docket.comment (id),
  stretch integer not null,
  request_id uuid not null,
  config regconfig not null,
  words tsvector not null,
  primary key (comment_id, stretch)
);
create index search_by_words on docket.search_text using gin (words) with (fastupdate = off);
create index search_by_config on docket.search_text (config, request_id);

create function docket.index_comments(ids uuid[]) returns void language sql as $$
  delete from docket.search_text where comment_id = any (ids);
  with part as (
    select comment_id, 'answer' as kind, id, 0 as after, position from docket.answer
    where comment_id = any (ids) and publication <> 'confidential'
    union all
    select comment_id, 'attachment', id, 1, position from docket.attachment
    where comment_id = any (ids) and publication <> 'confidential'),
  said as (
    select comment_id, string_agg(published.text, e'\n\n' order by after, position) as text
    from part cross join lateral (
      select text from texts.version
      where of_kind = part.kind and of_id = part.id and version.kind = 'published'
      order by created_at desc, version.id desc limit 1) as published
    group by comment_id)
  insert into docket.search_text (comment_id, stretch, request_id, config, words)
  select comment.id, stretch, request_id, config,
    docket.search_words(config, substr(text, 1 + stretch * 50000, 50200))
      || array_to_tsvector(array['@' || config::text, '@' || request_id::text])
  from said
  join docket.comment on comment.id = said.comment_id
  cross join lateral docket.search_config(comment.language) as config
  cross join lateral generate_series(0, (length(text) - 1) / 50000) as stretch
  where state = 'posted' and withdrawn_at is null and superseded_by is null and not confidential;
$$;

select docket.index_comments(array(select id from docket.comment where state = 'posted'));
