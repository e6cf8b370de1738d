-- Votes: a log that keeps them all, and of each participant and statement the one that counts. Batches of votes get one
-- leaf of the public log; what opens a vote's own hash can be destroyed.

create table deliberation.participant (
  id uuid primary key,
  deliberation_id uuid not null references deliberation.deliberation,
  -- What the exported tables call them by.
  number integer not null check (number > 0),
  person_id uuid,
  organisation_id uuid,
  -- Of the resume code only this is kept.
  code_hash bytea,
  stakeholder_group text,
  asked boolean not null default false,
  joined_at timestamptz not null,
  unique (deliberation_id, number),
  unique (deliberation_id, person_id),
  unique (deliberation_id, code_hash)
);
create index participant_by_person on deliberation.participant (person_id) where person_id is not null;

create table deliberation.expertise (
  participant_id uuid not null references deliberation.participant,
  issue_id uuid not null references processes.issue,
  primary key (participant_id, issue_id)
);

create table deliberation.batch (
  id uuid primary key,
  deliberation_id uuid not null references deliberation.deliberation,
  sealed_at timestamptz not null,
  votes integer not null check (votes > 0),
  root bytea not null check (octet_length(root) = 32),
  leaf_id uuid not null unique
);
create index batch_of on deliberation.batch (deliberation_id, id);

-- Every vote that was ever cast, in the order in which it was taken.
create table deliberation.vote_log (
  id uuid primary key,
  place bigint not null generated always as identity,
  deliberation_id uuid not null references deliberation.deliberation,
  participant_id uuid not null references deliberation.participant,
  statement_id uuid not null references deliberation.statement,
  value smallint not null check (value in (-1, 0, 1)),
  matters boolean not null,
  at timestamptz not null,
  -- Opens the hash; null once the participant was erased: then the hash says nothing any more.
  salt bytea,
  hash bytea not null check (octet_length(hash) = 32),
  batch_id uuid references deliberation.batch,
  in_batch integer,
  check ((batch_id is null) = (in_batch is null))
);
create index vote_log_to_seal on deliberation.vote_log (deliberation_id, place) where batch_id is null;
create index vote_log_of_batch on deliberation.vote_log (batch_id, in_batch) where batch_id is not null;
create index vote_log_of_participant on deliberation.vote_log (participant_id, place);
create index vote_log_in_order on deliberation.vote_log (deliberation_id, place);

create function deliberation.keep_vote() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.id, old.place, old.participant_id, old.statement_id, old.value, old.matters, old.at, old.hash)
    is not distinct from
    (new.id, new.place, new.participant_id, new.statement_id, new.value, new.matters, new.at, new.hash)
    and (old.batch_id is null or (old.batch_id, old.in_batch) = (new.batch_id, new.in_batch)) then return new; end if;
  raise exception 'The log of votes only grows.' using errcode = 'restrict_violation';
end $$;
create trigger kept before update or delete on deliberation.vote_log
  for each row execute function deliberation.keep_vote();

-- The vote that counts: one of each participant on each statement.
create table deliberation.vote (
  statement_id uuid not null references deliberation.statement,
  participant_id uuid not null references deliberation.participant,
  deliberation_id uuid not null,
  log_id uuid not null,
  value smallint not null,
  matters boolean not null,
  primary key (participant_id, statement_id)
);
create index vote_in_deliberation on deliberation.vote (deliberation_id, participant_id, statement_id);

-- How the votes that count stand, so that no page has to count them.
create table deliberation.tally (
  statement_id uuid primary key references deliberation.statement,
  agree integer not null default 0,
  disagree integer not null default 0,
  pass integer not null default 0
);

-- Why somebody voted so, in their own words; screened as other words are.
create table deliberation.vote_reason (
  id uuid primary key,
  deliberation_id uuid not null references deliberation.deliberation,
  log_id uuid not null unique references deliberation.vote_log,
  number integer not null,
  words text not null,
  state text not null check (state in ('pending', 'posted', 'withheld', 'erased')),
  at timestamptz not null,
  unique (deliberation_id, number)
);

alter table deliberation.deliberation add column reasons integer not null default 0;
