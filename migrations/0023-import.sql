-- Imports: a file as it was brought, what its columns mean, how far it is, and what was odd about single rows.
-- How far it is is written with the rows themselves, so that it goes on where it stopped and takes nothing twice.

create table docket.import (
  id uuid primary key,
  process_id uuid not null,
  request_id uuid not null,
  source text not null,
  sha256 text,
  bytes bigint not null,
  told jsonb not null,
  state text not null check (state in ('proposed', 'waiting', 'running', 'done', 'broken', 'left')),
  trouble text,
  counts jsonb not null,
  part real not null,
  brought_by uuid,
  brought_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  claim uuid,
  claimed_until timestamptz
);
create index import_by_request on docket.import (request_id, brought_at);
create index import_to_do on docket.import (brought_at) where state in ('waiting', 'running');
create index import_by_file on docket.import (sha256) where state in ('proposed', 'waiting', 'running');

-- Never public: rows hold what their senders did not mean to show.
create table docket.import_problem (
  position bigint generated always as identity primary key,
  import_id uuid not null references docket.import (id),
  row_number integer not null,
  place text,
  outcome text not null check (outcome in ('warning', 'failed')),
  reason text not null,
  cells jsonb
);
create index import_problem_by_import on docket.import_problem (import_id, position);

alter table docket.imported_row drop constraint imported_row_kind_check;
alter table docket.imported_row add constraint imported_row_kind_check
  check (kind in ('submission', 'notice', 'docket', 'document'));
