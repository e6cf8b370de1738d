-- A second pair of eyes: withholding is proposed by one moderator and confirmed or turned down by another.

-- On unless a row says otherwise.
create table moderation.second_look (
  process_id uuid primary key,
  required boolean not null
);

create table moderation.proposal (
  id uuid primary key,
  process_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  reason_code text not null references moderation.reason (code),
  explanation text not null default '',
  by uuid not null,
  at timestamptz not null,
  outcome text check (outcome in ('confirmed', 'turned-down', 'taken-back')),
  closed_by uuid,
  closed_at timestamptz,
  -- Why it was turned down.
  why text not null default '',
  -- The decision that confirmed it.
  decision_id uuid unique references moderation.decision (id),
  check (num_nulls(outcome, closed_by, closed_at) in (0, 3)),
  check ((outcome = 'confirmed') = (decision_id is not null)),
  check (outcome <> 'turned-down' or why <> ''),
  check (outcome = 'taken-back' or closed_by <> by)
);
create unique index proposal_open on moderation.proposal (about_kind, about_id) where outcome is null;
create index proposal_by_process on moderation.proposal (process_id, closed_at desc, id desc);
