-- What a file said beyond what the docket has a place for: kept beside the comment, never public.
create table docket.imported_row (
  id uuid primary key,
  request_id uuid not null,
  comment_id uuid references docket.comment (id),
  source text not null,
  row_number integer not null,
  kind text not null check (kind in ('submission', 'notice')),
  original_id text,
  original_group text,
  text_sha256 text not null,
  cells jsonb not null
);
create unique index imported_row_once on docket.imported_row (request_id, original_id);
create index imported_row_by_comment on docket.imported_row (comment_id);
