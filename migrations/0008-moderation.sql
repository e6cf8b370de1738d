-- Moderation: who decided what about which contribution, and why. Rows are added, never changed.

create schema moderation;

-- Why something may be withheld; a convenor may add reasons and retire them.
create table moderation.reason (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  position integer not null unique,
  name text not null,
  meaning text not null,
  retired boolean not null default false
);

insert into moderation.reason (code, position, name, meaning) values
  ('off-topic', 1, 'Off topic', 'It says nothing about what was asked.'),
  ('personal-information', 2, 'Personal information of others', 'It names or describes people who did not agree to it.'),
  ('unlawful', 3, 'Unlawful', 'The law where this process is run does not allow it to be published.'),
  ('abusive', 4, 'Abusive', 'It threatens or insults people instead of arguing.'),
  ('spam', 5, 'Spam', 'It advertises, or was sent by a program to fill the docket.'),
  ('duplicate', 6, 'Duplicate of the same sender', 'The same sender’s same words are posted under another number.'),
  ('copyright', 7, 'Someone else’s work', 'It reproduces a work that the sender may not publish.'),
  ('other', 8, 'Another reason', 'The moderator says which.');

create table moderation.decision (
  id uuid primary key,
  process_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  act text not null check (act in ('post', 'withhold')),
  reason_code text references moderation.reason (code),
  explanation text not null default '',
  by uuid,
  at timestamptz not null,
  -- The leaf of the public log that says so.
  leaf_id uuid not null unique,
  check (act = 'post' or reason_code is not null)
);
create index decision_by_process on moderation.decision (process_id, at desc, id desc);
create index decision_by_about on moderation.decision (about_kind, about_id, at desc, id desc);
