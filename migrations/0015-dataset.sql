-- The newest archive of each docket, made at night; the file lies with all others, by its hash.

create table docket.dataset (
  request_id uuid primary key,
  made_at timestamptz not null,
  sha256 text not null,
  bytes bigint not null
);
create index dataset_by_address on docket.dataset (sha256);
