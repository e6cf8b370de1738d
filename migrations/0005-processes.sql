-- Processes: scope, outcome character, issues, and stages with their dates.

create schema processes;

create table processes.process (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  scope text not null,
  outcome_character text not null
    check (outcome_character in ('best-practice', 'shared-definition', 'consensus-text', 'recommendation')),
  binding text not null default 'voluntary' check (binding in ('voluntary', 'standard', 'law')),
  convenor uuid,
  docket_prefix text not null,
  zone text not null,
  created_at timestamptz not null,
  published_at timestamptz
);

create table processes.issue (
  id uuid primary key,
  process_id uuid not null references processes.process,
  number integer not null check (number > 0),
  title text not null,
  description text not null default '',
  unique (process_id, number)
);

-- Half-open stretches of time: one closes at the very instant the next may open.
create table processes.stage (
  id uuid primary key,
  process_id uuid not null references processes.process,
  position integer not null,
  name text not null,
  title text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  what text not null,
  check (opens_at < closes_at),
  unique (process_id, position),
  unique (process_id, name)
);
