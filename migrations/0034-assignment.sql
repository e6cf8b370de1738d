-- Who has taken what to moderate it: a note among moderators, which keeps nobody else from deciding.
create table moderation.assignment (
  about_kind text not null,
  about_id uuid not null,
  process_id uuid not null,
  person uuid not null,
  -- Who gave it to that person; the same where somebody took it.
  by uuid not null,
  at timestamptz not null,
  primary key (about_kind, about_id)
);
