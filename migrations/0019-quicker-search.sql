-- A text in plain letters has nothing to fold, and bulk comments come with many words at once.

create or replace function docket.search_folded(said text) returns text language sql immutable as $$
  select case when octet_length(said) = length(said) then said else
    replace(replace(replace(translate(normalize(
      regexp_replace(normalize(said, nfkd), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), nfc),
    'øØłŁđĐıŒÆ', 'oOlLdDiœæ'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss') end
$$;

alter index docket.search_by_words set (fastupdate = on, gin_pending_list_limit = 1024);

-- What a docket can be filtered by is counted from this index alone.
create index comment_facets on docket.comment (request_id, declared_group, language, country, channel)
  where state = 'posted' and withdrawn_at is null and not confidential;
