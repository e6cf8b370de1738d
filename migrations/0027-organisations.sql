-- Organisations have a public page, keep every name they went by, and may be coalitions with dated members.

-- How a name is compared: case, punctuation and spacing make no difference.
create function participants.plain_name(name text) returns text
  language sql immutable parallel safe strict
  return lower(btrim(regexp_replace(normalize(name, NFKC), '[][[:space:].,;:''"()/&‘’“”«»–—_-]+', ' ', 'g')));

alter table participants.organisation
  add column slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column site text check (site ~ '^https?://'),
  add column coalition boolean not null default false,
  add column merged_into uuid references participants.organisation check (merged_into <> id);
update participants.organisation set slug = 'organisation-' || id;
alter table participants.organisation alter column slug set not null, add unique (slug);
create index organisation_by_plain_name on participants.organisation (participants.plain_name(name));
create index organisation_by_merged on participants.organisation (merged_into) where merged_into is not null;

-- Names an organisation also goes by: those it had before, and other spellings.
create table participants.organisation_alias (
  organisation uuid not null references participants.organisation,
  name text not null check (name <> ''),
  why text not null check (why in ('former-name', 'spelling')),
  added_at timestamptz not null,
  added_by uuid references participants.person,
  primary key (organisation, name)
);
create index organisation_alias_by_plain_name on participants.organisation_alias (participants.plain_name(name));

-- Every name by which an organisation is found. What one is called now is never another's old name.
create view participants.organisation_name as
  select coalesce(merged_into, id) as organisation, participants.plain_name(name) as plain
  from participants.organisation
  union
  select coalesce(organisation.merged_into, organisation.id), participants.plain_name(alias.name)
  from participants.organisation_alias as alias
  join participants.organisation on organisation.id = alias.organisation
  where not exists (
    select from participants.organisation as other
    where participants.plain_name(other.name) = participants.plain_name(alias.name)
      and coalesce(other.merged_into, other.id) <> coalesce(organisation.merged_into, organisation.id));

-- A representative is named in public once they said so.
alter table participants.representation add column named_at timestamptz;

-- Half-open `[from_at, until_at)`; said by the coalition until someone who speaks for the member confirms it.
create table participants.membership (
  id uuid primary key,
  coalition uuid not null references participants.organisation,
  member uuid not null references participants.organisation check (member <> coalition),
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  said_by uuid references participants.person,
  confirmed_by uuid references participants.person,
  confirmed_at timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null))
);
create index membership_by_member on participants.membership (member);
create unique index membership_running on participants.membership (coalition, member) where until_at is null;

-- Which organisation stands behind a comment, by whom it said so and when.
create table docket.vouched (
  comment_id uuid primary key references docket.comment (id),
  organisation uuid not null,
  by_person uuid,
  at timestamptz not null
);
create index vouched_by_organisation on docket.vouched (organisation);
insert into docket.vouched (comment_id, organisation, by_person, at)
select distinct on (entry.about_id) entry.about_id, entry.organisation, entry.by, entry.at
from record.entry
join docket.comment on comment.id = entry.about_id
where entry.kind = 'comment-sender-confirmed' and entry.organisation is not null
order by entry.about_id, entry.at;

create index particulars_by_organisation on docket.particulars (participants.plain_name(organisation))
  where organisation is not null;
