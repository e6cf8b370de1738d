-- A joint comment: organisations that sign it beside its sender. Their names are said by the sender until each answers.

create table docket.signatory (
  id uuid primary key,
  comment_id uuid not null references docket.comment (id),
  position integer not null,
  -- Its name is a paragraph of the comment's leaf, the one after its position.
  in_leaf boolean not null,
  -- Nothing where it was erased.
  name text check (name <> ''),
  country text,
  email text,
  state text not null check (state in
    ('joining', 'offered', 'named', 'confirmed', 'refused', 'withdrawn', 'removed', 'withheld')),
  verification text not null default 'none' check (verification in ('none', 'e-mail', 'organisation')),
  organisation uuid,
  by_person uuid,
  token_hash bytea unique,
  letter_due boolean not null default false,
  letters integer not null default 0,
  letter_at timestamptz,
  reason text,
  added_at timestamptz not null,
  answered_at timestamptz,
  unique (comment_id, position),
  check (verification <> 'organisation' or organisation is not null),
  check ((state = 'withheld') = (reason is not null))
);
-- One address is asked once for one comment, whatever it answered.
create unique index signatory_asked_once on docket.signatory (comment_id, lower(email)) where email is not null;
create index signatory_by_email on docket.signatory (lower(email), letter_at) where email is not null;
create index signatory_letter_due on docket.signatory (id) where letter_due;
create index signatory_letters on docket.signatory (letter_at) where letter_at is not null;
create index signatory_joining on docket.signatory (added_at) where state = 'joining';
create index signatory_by_organisation on docket.signatory (organisation) where organisation is not null;
