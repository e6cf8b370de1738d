-- What someone has at stake beside what they say: declared by themselves.

create table participants.interest (
  id uuid primary key,
  person uuid not null references participants.person,
  kind text not null check (kind in ('funding', 'ownership', 'employment', 'standards', 'other')),
  words text not null check (words <> ''),
  declared_at timestamptz not null,
  ended_at timestamptz
);
create index interest_by_person on participants.interest (person);

-- As it was declared with the comment, and so it stays; erased with the particulars.
create table docket.interest (
  comment_id uuid not null references docket.comment (id),
  position integer not null,
  kind text not null check (kind in ('funding', 'ownership', 'employment', 'standards', 'other')),
  words text not null check (words <> ''),
  confidential boolean not null,
  primary key (comment_id, position)
);
