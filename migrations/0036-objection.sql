-- The sender's word against what was withheld or left out: what was written is for moderators, that it was is public.
create table moderation.objection (
  id uuid primary key,
  process_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  decision_id uuid not null references moderation.decision (id),
  words text not null,
  at timestamptz not null,
  outcome text check (outcome in ('upheld', 'turned-down', 'lapsed')),
  closed_by uuid,
  closed_at timestamptz,
  -- Why it was turned down.
  why text not null default '',
  check ((outcome is null) = (closed_at is null))
);
create unique index objection_open on moderation.objection (about_kind, about_id) where outcome is null;
create index objection_about on moderation.objection (about_kind, about_id, at);
create index objection_by_process on moderation.objection (process_id, at desc, id desc);

-- A proposal to withhold may be settled by another decision, for example by a claim that is upheld.
alter table moderation.proposal drop constraint proposal_outcome_check;
alter table moderation.proposal add constraint proposal_outcome_check
  check (outcome in ('confirmed', 'turned-down', 'taken-back', 'overtaken'));
alter table moderation.proposal drop constraint proposal_check3;
alter table moderation.proposal add constraint proposal_check3
  check (outcome in ('taken-back', 'overtaken') or closed_by <> by);
