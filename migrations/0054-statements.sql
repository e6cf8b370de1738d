-- Statements: claims to agree or disagree with. Their words are text versions; an edit makes a new statement.

create table deliberation.statement (
  id uuid primary key,
  deliberation_id uuid not null references deliberation.deliberation,
  number integer not null check (number > 0),
  origin text not null check (origin in ('seeded', 'proposed', 'lifted')),
  state text not null check (state in ('pending', 'posted', 'withheld')),
  -- The words that votes are cast on, and the leaf that commits to them.
  version_id uuid not null,
  text_sha256 text not null,
  leaf_id uuid not null,
  -- For which of the process's issues it asks expertise.
  issue_id uuid references processes.issue,
  person_id uuid,
  at timestamptz not null,
  replaces uuid references deliberation.statement,
  replaced_by uuid references deliberation.statement,
  -- Where it was lifted from: a span of what is posted, and the excerpt of an analyst that marked it.
  source_comment uuid references docket.comment,
  source_excerpt uuid,
  source_version uuid,
  starts integer,
  ends integer,
  unique (deliberation_id, number),
  check ((origin = 'lifted') = (source_comment is not null)),
  check (num_nulls(source_comment, source_version, starts, ends) in (0, 4))
);
create index statement_in_state on deliberation.statement (deliberation_id, state);
create index statement_of_source on deliberation.statement (source_comment) where source_comment is not null;
create index statement_by_person on deliberation.statement (person_id) where person_id is not null;
-- The same words are voted on once.
create unique index statement_said_once on deliberation.statement (deliberation_id, text_sha256)
  where replaced_by is null and state <> 'withheld';
