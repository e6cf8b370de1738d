-- Whoever's name was used may find out, object and be heard; whoever sent a comment may confirm that it was they.

-- Who asked what was sent with an address: hashes of place and address, kept for a quarter of an hour.
create table docket.look_up (
  asked_from bytea primary key,
  address bytea not null,
  asked_at timestamptz not null
);
create index look_up_by_address on docket.look_up (address);
create index look_up_by_time on docket.look_up (asked_at);
create index particulars_by_email on docket.particulars (lower(email)) where email is not null;

-- “I did not send this”. Its words and who makes it are confidential; moderators see it once it is confirmed by mail.
create table docket.claim (
  id uuid primary key,
  token_hash bytea not null unique,
  asked_from bytea not null,
  name text not null,
  email text not null,
  whose text not null check (whose in ('mine', 'my-organisation', 'represented')),
  words text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz
);
create index claim_by_address on docket.claim (lower(email), made_at);
create index claim_unconfirmed on docket.claim (made_at) where confirmed_at is null;

-- Each comment of a claim is decided on its own; the answer goes to the claimant and is not public.
create table docket.claimed (
  claim_id uuid not null references docket.claim (id) on delete cascade,
  comment_id uuid not null references docket.comment (id),
  request_id uuid not null,
  outcome text check (outcome in ('name-taken-off', 'withheld', 'rejected')),
  answer text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  primary key (claim_id, comment_id),
  check ((outcome is null) = (decided_at is null))
);
create index claimed_by_comment on docket.claimed (comment_id);
create index claimed_open on docket.claimed (request_id) where outcome is null;

-- A link in a receipt letter; only its hash is kept.
create table docket.confirmation_link (
  token_hash bytea primary key,
  comment_id uuid not null references docket.comment (id),
  made_at timestamptz not null
);
create index confirmation_link_by_comment on docket.confirmation_link (comment_id);

-- How far it is known that whoever is named sent it.
alter table docket.comment add column verification text not null default 'none'
  check (verification in ('none', 'e-mail', 'organisation'));

update moderation.reason set position = 100 where code = 'other';
insert into moderation.reason (code, position, name, meaning) values
  ('not-sent-by-named', 8, 'Not sent by whoever is named',
   'The person or organisation named in it says that they did not send it, and a moderator found this to be so.');
