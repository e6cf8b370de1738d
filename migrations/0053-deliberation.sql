-- Deliberations: statements that people agree with, disagree with or pass on. Who may vote is said before it opens.

create schema deliberation;

create table deliberation.deliberation (
  id uuid primary key,
  process_id uuid not null references processes.process,
  request_id uuid references requests.request,
  issue_id uuid references processes.issue,
  number integer not null check (number > 0),
  title text not null,
  intro text not null,
  language text not null,
  -- Votes are taken in the half-open period [opens_at, closes_at).
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  zone text not null,
  electorate text not null
    check (electorate in ('anyone', 'confirmed-email', 'representatives', 'allow-list')),
  created_at timestamptz not null,
  published_at timestamptz,
  -- When the record said that it had opened, and with which rule.
  opened_at timestamptz,
  closed_at timestamptz,
  -- The last numbers given to its statements and to those who vote in it.
  statements integer not null default 0,
  participants integer not null default 0,
  unique (process_id, number),
  check (opens_at < closes_at)
);
create index deliberation_of_request on deliberation.deliberation (request_id);
create index deliberation_to_open on deliberation.deliberation (opens_at)
  where published_at is not null and opened_at is null;
create index deliberation_to_close on deliberation.deliberation (closes_at)
  where opened_at is not null and closed_at is null;

-- Addresses of those who may vote where only they may; in small letters.
create table deliberation.allowed_address (
  deliberation_id uuid not null references deliberation.deliberation,
  address text not null,
  primary key (deliberation_id, address)
);
create index allowed_address_of on deliberation.allowed_address (address);

-- What is published stays as it was announced: its rule and its list most of all.
create function deliberation.keep_announced() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and (old.electorate, old.opens_at, old.closes_at, old.published_at)
    is distinct from (new.electorate, new.opens_at, new.closes_at, new.published_at) then
    raise exception 'The rule of a published deliberation does not change.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger announced_once before update on deliberation.deliberation
  for each row execute function deliberation.keep_announced();
