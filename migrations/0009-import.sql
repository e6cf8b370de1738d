-- Rows of imported files: what they said beyond what the docket has a place for. Never public, but for the names
-- of the group and the files. `key` is the id the row came with, or the hash of its words where it came with none.
create table docket.imported_row (
  request_id uuid not null,
  key text not null,
  comment_id uuid references docket.comment (id),
  source text not null,
  row_number integer not null,
  kind text not null check (kind in ('submission', 'notice')),
  original_group text,
  attachments jsonb not null,
  words_sha256 text not null,
  rest jsonb not null,
  primary key (request_id, key)
);
create index imported_row_by_comment on docket.imported_row (comment_id);
