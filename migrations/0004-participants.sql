-- People, the organisations they may speak for, the roles they hold, and how they sign in.

create schema participants;

-- Rows, not an enum: a convenor may rename, split or add groups. `mark` picks the colour and shape from a fixed list; 0 is none.
create table participants.stakeholder_group (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]*$'),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  sort integer not null unique,
  mark integer not null check (mark >= 0)
);

insert into participants.stakeholder_group (slug, name, short_name, sort, mark) values
  ('government', 'Government', 'Gov', 1, 1),
  ('private-sector', 'Private sector', 'Private', 2, 2),
  ('civil-society', 'Civil society', 'Civil', 3, 3),
  ('technical-community', 'Technical community', 'Tech', 4, 4),
  ('academia', 'Academia', 'Acad', 5, 5),
  ('users', 'Users', 'Users', 6, 6),
  ('not-stated', 'Not stated', 'Not stated', 99, 0);

create table participants.person (
  id uuid primary key,
  name text not null check (name <> ''),
  email text not null check (email = lower(email)),
  joined_at timestamptz not null,
  unique (email)
);

create table participants.organisation (
  id uuid primary key,
  name text not null check (name <> ''),
  stakeholder_group text not null references participants.stakeholder_group,
  added_at timestamptz not null,
  added_by uuid references participants.person
);
create unique index organisation_by_name on participants.organisation (lower(name));

-- Who speaks for whom: half-open `[from_at, until_at)`; who checked it, how and when stand or fall together.
create table participants.representation (
  id uuid primary key,
  person uuid not null references participants.person,
  organisation uuid not null references participants.organisation,
  capacity text not null check (capacity in ('authorised-representative', 'member', 'in-own-name')),
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  checked_by uuid references participants.person,
  checked_how text,
  checked_at timestamptz,
  check (num_nulls(checked_by, checked_how, checked_at) in (0, 3))
);
create index representation_by_person on participants.representation (person);
create index representation_by_organisation on participants.representation (organisation);

-- No process means everywhere; an administrator runs the installation, never one process.
create table participants.role (
  person uuid not null references participants.person,
  role text not null check (role in
    ('administrator', 'secretariat', 'chair', 'rapporteur', 'analyst', 'moderator', 'member')),
  process_id uuid,
  given_at timestamptz not null,
  given_by uuid references participants.person,
  check (role <> 'administrator' or process_id is null),
  unique nulls not distinct (person, role, process_id)
);

-- Only hashes of secrets are kept: who reads this table can sign in as nobody.
create table participants.sign_in_link (
  token_hash bytea primary key,
  email text not null check (email = lower(email)),
  next text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_by_email on participants.sign_in_link (email, made_at);
create index sign_in_link_by_age on participants.sign_in_link (expires_at);

create table participants.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references participants.person,
  browser text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on participants.session (person);

-- One row once the installation is founded, none before.
create table participants.installation (
  only_one boolean primary key default true check (only_one),
  name text not null check (name <> ''),
  convenor uuid not null references participants.organisation deferrable initially deferred,
  founded_at timestamptz not null,
  founded_by uuid not null references participants.person deferrable initially deferred
);
