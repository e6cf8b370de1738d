-- A question may ask which issues the process should take up: people rank those it is tied to, and propose others.
alter table requests.question add column asks_for_issues boolean not null default false;
create unique index question_for_issues on requests.question (request_id) where asks_for_issues;

-- A proposed issue is a part of an answer, and goes by its place there: its words are those of the published text alone.
create table docket.proposal_group (
  id uuid primary key,
  request_id uuid not null,
  title text not null,
  made_at timestamptz not null
);
create index proposal_group_by_request on docket.proposal_group (request_id);

create table docket.grouped_proposal (
  answer_id uuid not null references docket.answer (id) on delete cascade,
  position integer not null check (position > 0),
  group_id uuid not null references docket.proposal_group (id) on delete cascade,
  primary key (answer_id, position)
);
create index grouped_proposal_by_group on docket.grouped_proposal (group_id);

-- What the convenor decided, with the reason; the latest about a proposal or an issue holds, earlier ones stay to be read.
create table docket.issue_decision (
  id uuid primary key,
  request_id uuid not null,
  outcome text not null check (outcome in ('taken-up', 'merged', 'not-taken-up', 'deferred')),
  -- The issue that was made, that it was merged into, or that it is about.
  issue_id uuid references processes.issue (id),
  reason text not null check (reason <> ''),
  decided_at timestamptz not null,
  leaf_id uuid not null
);
create index issue_decision_by_request on docket.issue_decision (request_id, decided_at);
create index issue_decision_by_issue on docket.issue_decision (issue_id);

-- The proposals it is about; none where it is about an issue that was asked.
create table docket.decided_proposal (
  decision_id uuid not null references docket.issue_decision (id) on delete cascade,
  answer_id uuid not null references docket.answer (id) on delete cascade,
  position integer not null check (position > 0),
  primary key (decision_id, answer_id, position)
);
create index decided_proposal_by_answer on docket.decided_proposal (answer_id);
