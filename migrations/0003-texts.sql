-- The texts that everything points at. A version is written once; only erasure may empty it, and leaves a tombstone.

create schema texts;

-- Confidential originals lie in a table of their own, so that no public query can join them by mistake.
create table texts.version (
  id uuid primary key,
  of_kind text not null,
  of_id uuid not null,
  kind text not null check (kind in ('original', 'published', 'extracted')),
  language text,
  sha256 bytea check (length(sha256) = 32),
  extractor text,
  extractor_version text,
  text text,
  created_at timestamptz not null,
  erased_at timestamptz,
  -- The hash of a short text betrays it, so that it goes with the text.
  check (num_nulls(text, sha256) = case when erased_at is null then 0 else 2 end),
  check (num_nulls(extractor, extractor_version) in (0, 2))
);
create index version_of on texts.version (of_kind, of_id, created_at desc, id desc);

create table texts.confidential_version (
  like texts.version including constraints,
  primary key (id),
  check (kind <> 'published')
);
create index confidential_version_of on texts.confidential_version (of_kind, of_id, created_at desc, id desc);

create function texts.keep_version() returns trigger language plpgsql as $$
declare
  erasable constant text[] := '{text,sha256,erased_at}';
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null
    and to_jsonb(new) - erasable = to_jsonb(old) - erasable
  then
    return new;
  end if;
  raise exception 'A text version is never changed or deleted; it can only be erased.'
    using errcode = 'restrict_violation';
end
$$;

create trigger keep_version before update or delete on texts.version
  for each row execute function texts.keep_version();
create trigger keep_versions before truncate on texts.version
  for each statement execute function texts.keep_version();
create trigger keep_version before update or delete on texts.confidential_version
  for each row execute function texts.keep_version();
create trigger keep_versions before truncate on texts.confidential_version
  for each statement execute function texts.keep_version();
