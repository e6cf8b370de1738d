-- The record: entries that readers follow, and the log that outsiders check. Nothing in it is changed or taken out,
-- except salts: without its salt a commitment says nothing any more.

create schema record;

create function record.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The record only grows: % on record.% is refused.', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

-- One thing that happened. Ids only: the sentence that people read is rendered when it is read.
create table record.entry (
  id uuid primary key,
  -- Its place among all entries, given in the order in which transactions became visible; null until then.
  position bigint unique,
  kind text not null,
  about_kind text not null,
  about_id uuid not null,
  process_id uuid,
  by uuid,
  organisation uuid,
  capacity text,
  at timestamptz not null,
  detail jsonb not null default '{}'
);
create index entry_to_place on record.entry (id) where position is null;
create index entry_about on record.entry (about_id, position);
create index entry_by_process on record.entry (process_id, position);

create function record.place_entry() returns trigger language plpgsql as $$
declare before record.entry := new;
begin
  before.position := null;
  if new.position is not null and before is not distinct from old then return new; end if;
  raise exception 'The record only grows: an entry is given its place once and changed never.'
    using errcode = 'restrict_violation';
end $$;
create trigger placed_once before update on record.entry for each row execute function record.place_entry();
create trigger kept before delete on record.entry for each row execute function record.refuse();
create trigger never_emptied before truncate on record.entry execute function record.refuse();

-- How far each reader of the entries has come.
create table record.cursor (
  reader text primary key,
  position bigint not null
);

-- A public envelope: what is promised at once (body), and its place in the log once it has one.
create table record.leaf (
  id uuid primary key,
  -- The order of writing, in which leaves wait: one that speaks of another comes after it.
  written bigint not null generated always as identity,
  body text not null,
  index bigint unique check (index >= 0),
  logged timestamptz(3),
  check ((index is null) = (logged is null))
);
create index leaf_to_log on record.leaf (written) where index is null;

create function record.log_leaf() returns trigger language plpgsql as $$
begin
  if old.index is null and new.index is not null and new.id = old.id and new.body = old.body then return new; end if;
  raise exception 'The record only grows: a leaf is logged once and changed never.'
    using errcode = 'restrict_violation';
end $$;
create trigger logged_once before update on record.leaf for each row execute function record.log_leaf();
create trigger kept before delete on record.leaf for each row execute function record.refuse();
create trigger never_emptied before truncate on record.leaf execute function record.refuse();

-- What opens a leaf's commitments. Erasing a part sets its salt to null; a tombstone leaf says so.
create table record.salt (
  leaf_id uuid primary key references record.leaf (id),
  labels text[] not null,
  salts bytea[] not null,
  check (cardinality(labels) = cardinality(salts))
);

-- The log's Merkle tree in stretches of 256 hashes (c2sp.org/tlog-tiles); a tile only grows.
create table record.tile (
  level smallint not null,
  n bigint not null,
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, n)
);

create function record.grow_tile() returns trigger language plpgsql as $$
begin
  if new.level = old.level and new.n = old.n
    and substring(new.hashes for octet_length(old.hashes)) = old.hashes then return new; end if;
  raise exception 'The record only grows: a tile keeps the hashes it has.' using errcode = 'restrict_violation';
end $$;
create trigger only_grows before update on record.tile for each row execute function record.grow_tile();
create trigger kept before delete on record.tile for each row execute function record.refuse();
create trigger never_emptied before truncate on record.tile execute function record.refuse();

-- Signed heads of the tree (c2sp.org/tlog-checkpoint), one for each batch of leaves; its time is that of its last leaf.
create table record.checkpoint (
  size bigint primary key,
  note text not null
);
create trigger kept before update or delete on record.checkpoint for each row execute function record.refuse();
create trigger never_emptied before truncate on record.checkpoint execute function record.refuse();

-- Signatures of witnesses below a checkpoint (c2sp.org/tlog-cosignature).
create table record.cosignature (
  size bigint not null references record.checkpoint (size),
  witness text not null,
  line text not null,
  at timestamptz not null,
  primary key (size, witness)
);
create trigger kept before update or delete on record.cosignature for each row execute function record.refuse();
create trigger never_emptied before truncate on record.cosignature execute function record.refuse();
