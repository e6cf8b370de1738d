-- The docket: every comment from every channel. Names and addresses lie apart, so that they can be erased.

create schema docket;

-- Hands out tracking numbers, one run per request.
create table docket.counter (
  request_id uuid primary key,
  last integer not null default 0
);

create table docket.comment (
  id uuid primary key,
  process_id uuid not null,
  request_id uuid not null,
  number text not null unique,
  channel text not null check (channel in ('web-form', 'e-mail', 'api', 'bulk-import', 'paper')),
  state text not null check (state in ('screening', 'posted', 'withheld')),
  received_at timestamptz not null,
  language text not null,
  declared_group text not null,
  assigned_group text,
  country text,
  named boolean not null,
  idempotency_key text not null,
  key_hash bytea,
  leaf_id uuid not null,
  original_id text,
  original_source text,
  original_at timestamptz,
  withdrawn_at timestamptz,
  superseded_by uuid references docket.comment (id),
  superseded_as text check (superseded_as in ('correction', 'new-version')),
  check ((superseded_by is null) = (superseded_as is null)),
  unique (request_id, idempotency_key)
);
create index comment_by_request on docket.comment (request_id, received_at, id);
create index comment_by_state on docket.comment (request_id, state, received_at);
create unique index comment_by_original on docket.comment (request_id, original_id) where original_id is not null;

-- Who sent it, as told by the sender: erasable, and shown only where `comment.named`.
create table docket.particulars (
  comment_id uuid primary key references docket.comment (id),
  name text,
  email text,
  organisation text,
  capacity text check (capacity in ('authorised-representative', 'member', 'in-own-name'))
);

-- One answer to a question, or the free text (no question). Its words are a text version, what the public
-- may read of them another; a confidential one lies in texts.confidential_version, which no public query joins.
create table docket.answer (
  id uuid primary key,
  comment_id uuid not null references docket.comment (id),
  question_id uuid,
  position integer not null,
  publication text not null check (publication in ('with-name', 'without-name', 'confidential')),
  version_id uuid not null,
  published_id uuid,
  unique (comment_id, position)
);
create index answer_by_question on docket.answer (question_id, comment_id);

create table docket.attachment (
  id uuid primary key,
  comment_id uuid not null references docket.comment (id),
  position integer not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  publication text not null check (publication in ('with-name', 'without-name', 'confidential')),
  extraction text not null check (extraction in ('waiting', 'done', 'refused')),
  extraction_note text,
  version_id uuid,
  unique (comment_id, position)
);

-- A comment being written. What is written is sealed with the resume code, of which only the hash is kept:
-- nobody here can read it; it is emptied when the comment is sent.
create table docket.draft (
  id uuid primary key,
  request_id uuid not null,
  resume_hash bytea not null unique,
  sealed bytea,
  saved_at timestamptz not null,
  comment_id uuid references docket.comment (id)
);

create table docket.draft_file (
  id uuid primary key,
  draft_id uuid not null references docket.draft (id) on delete cascade,
  position integer not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  extraction text not null check (extraction in ('waiting', 'done', 'refused')),
  extraction_note text,
  extractor text,
  extractor_version text,
  extracted text,
  added_at timestamptz not null
);
create index draft_file_by_draft on docket.draft_file (draft_id, position);
