-- A second coder, excerpts that are found again in a later text, and why a difference was settled so.

-- The first to read a comment has place 1, a second one place 2: of two who take the same place, one does.
alter table analysis.reading add column place smallint not null check (place between 1 and 100);
alter table analysis.reading add unique (comment_id, place);

-- Of the words of an excerpt, with its id: they are found again where they stand, and never read from here.
alter table analysis.excerpt add column words_sha256 bytea not null;

alter table analysis.coding add column reason text not null default '';

-- Of how many comments in a hundred a second coder reads each.
create table analysis.second_reading (
  request_id uuid primary key references requests.request,
  percent smallint not null check (percent between 0 and 100)
);
