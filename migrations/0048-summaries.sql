-- Summaries: of each issue of a request, sentences that cite excerpts; and what commenters contest of them.

create table analysis.summary (
  id uuid primary key,
  process_id uuid not null references processes.process,
  request_id uuid not null references requests.request,
  issue_id uuid not null references processes.issue,
  -- Counts what was done to the draft, so that nobody publishes another one than they read.
  revision integer not null default 0,
  unique (request_id, issue_id)
);
create index summary_by_issue on analysis.summary (issue_id);

create table analysis.summary_version (
  id uuid primary key,
  summary_id uuid not null references analysis.summary,
  number integer not null check (number > 0),
  published_at timestamptz not null,
  published_by uuid,
  contest_until timestamptz not null,
  zone text not null,
  -- Why it was published in spite of what the check flagged, and what changed since the version before.
  in_spite text not null default '',
  changes text not null default '',
  unique (summary_id, number)
);

-- A sentence of a version, or of the draft; the same sentence keeps its line from version to version.
create table analysis.summary_sentence (
  id uuid primary key,
  summary_id uuid not null references analysis.summary,
  version_id uuid references analysis.summary_version,
  line uuid not null,
  position integer not null,
  revision integer not null default 1,
  text text not null
);
create index summary_sentence_of on analysis.summary_sentence (summary_id, version_id, position);
create index summary_sentence_of_version on analysis.summary_sentence (version_id, position);

-- The excerpt's words are read where they are posted. Nothing here follows from excerpt: the number of a citation
-- stays when what it cites is not public any more.
create table analysis.citation (
  sentence_id uuid not null references analysis.summary_sentence on delete cascade,
  excerpt_id uuid not null,
  comment_id uuid not null references docket.comment,
  place integer not null,
  -- The position in which it was read when it was published.
  held text,
  primary key (sentence_id, excerpt_id)
);
create index citation_of_comment on analysis.citation (comment_id);
create index citation_of_excerpt on analysis.citation (excerpt_id);

-- Stretches of a sentence that repeat an excerpt's own words, in UTF-16 units: they go when the excerpt goes.
create table analysis.quoted (
  sentence_id uuid not null references analysis.summary_sentence on delete cascade,
  excerpt_id uuid not null,
  comment_id uuid not null references docket.comment,
  starts integer not null,
  ends integer not null,
  check (starts < ends)
);
create index quoted_in_sentence on analysis.quoted (sentence_id);
create index quoted_of_comment on analysis.quoted (comment_id);

create table analysis.contest (
  id uuid primary key,
  process_id uuid not null references processes.process,
  request_id uuid not null references requests.request,
  summary_id uuid not null references analysis.summary,
  version_id uuid not null references analysis.summary_version,
  -- None where somebody says that they are cited nowhere.
  sentence_id uuid references analysis.summary_sentence,
  comment_id uuid not null references docket.comment,
  words text not null,
  at timestamptz not null,
  late boolean not null,
  -- Its words are screened as other words of commenters are.
  state text not null check (state in ('screening', 'posted', 'withheld')),
  outcome text check (outcome in ('upheld', 'not-upheld')),
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  corrected_id uuid references analysis.summary_version,
  check (num_nulls(outcome, answered_at) in (0, 2)),
  check ((outcome is not distinct from 'upheld') = (corrected_id is not null))
);
create unique index contest_open_once on analysis.contest
  (comment_id, summary_id, coalesce(sentence_id, '00000000-0000-0000-0000-000000000000')) where outcome is null;
create index contest_by_request on analysis.contest (request_id, at);
create index contest_of_summary on analysis.contest (summary_id);
