-- Requests for comment: notice, numbered questions, background papers, and every deadline that was announced.

create schema requests;

create table requests.request (
  id uuid primary key,
  process_id uuid not null references processes.process,
  docket text not null,
  title text not null,
  notice text not null,
  language text not null,
  opens_at timestamptz not null,
  created_at timestamptz not null,
  published_at timestamptz,
  -- The leaf of the public log that commits to what was published.
  leaf_id uuid,
  check ((published_at is null) = (leaf_id is null))
);
create unique index request_docket on requests.request (lower(docket));
create index request_process on requests.request (process_id);

-- The last number given out under a prefix in a year; its row is the lock that keeps two requests apart.
create table requests.docket_number (
  prefix text not null,
  year integer not null,
  last integer not null,
  primary key (prefix, year)
);

-- The row with the highest position holds; earlier ones tell how it came to be.
create table requests.deadline (
  request_id uuid not null references requests.request,
  position integer not null,
  at timestamptz not null,
  zone text not null,
  reason text not null default '',
  set_at timestamptz not null,
  leaf_id uuid,
  primary key (request_id, position)
);

create table requests.question (
  id uuid primary key,
  request_id uuid not null references requests.request,
  number integer not null check (number > 0),
  text text not null,
  hint text not null default '',
  priority boolean not null default false,
  unique (request_id, number)
);

create table requests.question_issue (
  question_id uuid not null references requests.question on delete cascade,
  issue_id uuid not null references processes.issue on delete cascade,
  primary key (question_id, issue_id)
);

-- A background paper is a link, or a file in the file store under its SHA-256.
create table requests.paper (
  id uuid primary key,
  request_id uuid not null references requests.request,
  position integer not null,
  title text not null,
  url text,
  sha256 text,
  file_name text,
  media_type text,
  bytes bigint,
  check ((url is null) <> (sha256 is null)),
  unique (request_id, position)
);
