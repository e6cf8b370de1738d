-- The analyst's bench: a codebook, excerpts of what is posted, and what each coder said of them.

create schema analysis;

create table analysis.code (
  id uuid primary key,
  process_id uuid not null references processes.process,
  parent_id uuid references analysis.code,
  position integer not null,
  name text not null check (name <> ''),
  definition text not null default '',
  example text not null default '',
  ended_at timestamptz,
  ended_as text check (ended_as in ('merged', 'split', 'retired')),
  check (num_nulls(ended_at, ended_as) in (0, 2)),
  check (parent_id <> id)
);
create index code_by_process on analysis.code (process_id, position);
create index code_by_parent on analysis.code (parent_id);
-- Two codes of one name beside each other could not be told apart.
create unique index code_named_once on analysis.code
  (process_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where ended_at is null;

-- What a merged or split code became.
create table analysis.code_successor (
  code_id uuid not null references analysis.code,
  successor_id uuid not null references analysis.code,
  primary key (code_id, successor_id),
  check (code_id <> successor_id)
);
create index code_successor_of on analysis.code_successor (successor_id);

-- Each wording that a code had, with who gave it.
create table analysis.code_wording (
  code_id uuid not null references analysis.code,
  at timestamptz not null,
  by_person uuid,
  name text not null,
  definition text not null,
  example text not null,
  primary key (code_id, at)
);

-- A person, or a program named and versioned.
create table analysis.coder (
  id uuid primary key,
  process_id uuid not null references processes.process,
  person_id uuid,
  program text,
  program_version text,
  check (num_nonnulls(person_id, program) = 1),
  check (num_nulls(program, program_version) in (0, 2)),
  unique (process_id, person_id),
  unique (process_id, program, program_version)
);

-- A span of a published text version, in UTF-16 units, half-open; its words are read from that version.
create table analysis.excerpt (
  id uuid primary key,
  process_id uuid not null references processes.process,
  request_id uuid not null references requests.request,
  comment_id uuid not null references docket.comment,
  version_id uuid not null,
  starts integer not null check (starts >= 0),
  ends integer not null,
  made_by uuid not null references analysis.coder,
  made_at timestamptz not null,
  check (starts < ends),
  unique (version_id, starts, ends)
);
create index excerpt_by_comment on analysis.excerpt (comment_id);
create index excerpt_by_request on analysis.excerpt (request_id, id);

-- What one coder says of one excerpt. A program suggests; people make; where people differ, one of them settles.
create table analysis.coding (
  id uuid primary key,
  excerpt_id uuid not null references analysis.excerpt on delete cascade,
  coder_id uuid not null references analysis.coder,
  stage text not null check (stage in ('suggested', 'made', 'settled')),
  at timestamptz not null,
  -- How sure a program is, from 0 to 1.
  confidence real check (confidence between 0 and 1),
  -- The one coding of an excerpt that counts: settled, or made and not disputed; kept by whoever writes one.
  counts boolean not null default false,
  check ((stage = 'suggested') = (confidence is not null)),
  check (not (counts and stage = 'suggested'))
);
create unique index coding_by_coder on analysis.coding (excerpt_id, coder_id, stage);
create unique index coding_settled_once on analysis.coding (excerpt_id) where stage = 'settled';
create unique index coding_counts_once on analysis.coding (excerpt_id) where counts;
create index coding_of_coder on analysis.coding (coder_id, at);

create table analysis.coded_code (
  coding_id uuid not null references analysis.coding on delete cascade,
  code_id uuid not null references analysis.code,
  primary key (coding_id, code_id)
);
create index coded_code_by_code on analysis.coded_code (code_id);

create table analysis.coded_position (
  coding_id uuid not null references analysis.coding on delete cascade,
  issue_id uuid not null references processes.issue,
  position text not null
    check (position in ('support', 'support-with-condition', 'oppose', 'neutral', 'question')),
  condition text not null default '',
  check ((position = 'support-with-condition') = (condition <> '')),
  primary key (coding_id, issue_id)
);
create index coded_position_by_issue on analysis.coded_position (issue_id, position);

-- Who reads which comment, and who is done with it.
create table analysis.reading (
  comment_id uuid not null references docket.comment,
  coder_id uuid not null references analysis.coder,
  state text not null check (state in ('taken', 'done', 'not-substantive')),
  at timestamptz not null,
  primary key (comment_id, coder_id)
);
create index reading_by_coder on analysis.reading (coder_id, state, at);
