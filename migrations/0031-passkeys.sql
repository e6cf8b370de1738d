-- Ways in beside the mailed link: what a device proves without telling a secret.

create table participants.passkey (
  id uuid primary key,
  person uuid not null references participants.person,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null check (name <> ''),
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_by_person on participants.passkey (person);

-- What a device is asked to sign: once, within minutes; for a person who adds one, for nobody known when signing in.
create table participants.passkey_challenge (
  challenge text primary key,
  person uuid references participants.person,
  expires_at timestamptz not null
);
create index passkey_challenge_by_age on participants.passkey_challenge (expires_at);
