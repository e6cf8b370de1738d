-- Up to which entry of the record an archive was made: what was taken from the public later may still lie in it.
-- Older archives say nothing of that, and are made anew.

delete from docket.dataset;
alter table docket.dataset add column entries_to bigint not null;

-- Who tells senders of decisions begins with those of today: older ones were made before there were such letters.
insert into record.cursor (reader, position)
  select 'decision-mail', coalesce(max(position), 0) from record.entry
  on conflict do nothing;
