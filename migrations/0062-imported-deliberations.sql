-- Deliberations that were held elsewhere and are taken in here: from where, and what things are called there.

alter table deliberation.deliberation add column imported_from text;
alter table deliberation.statement add column known_as text, add column moderated smallint;
alter table deliberation.participant add column known_as text;

create table deliberation.import (
  id uuid primary key,
  process_id uuid not null references processes.process,
  title text not null,
  origin text not null,
  language text not null,
  -- Names, addresses and sizes of the files.
  files jsonb not null,
  -- What is in them, counted.
  told jsonb not null,
  state text not null check (state in ('proposed', 'waiting', 'done', 'left', 'failed')),
  deliberation_id uuid references deliberation.deliberation,
  person_id uuid,
  at timestamptz not null
);
create index import_in_line on deliberation.import (at) where state = 'waiting';

-- Of several decisions at one moment the later counts.
alter table deliberation.finding_judgment add column place bigint not null generated always as identity;
