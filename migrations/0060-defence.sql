-- What looks coordinated in a deliberation: it is told and counted, with and without it, and nothing of it is taken away.

-- With this key the networks that people come from are hashed; it goes, with the hashes, a day after voting ends.
alter table deliberation.deliberation add column network_key bytea default uuid_send(gen_random_uuid());
alter table deliberation.participant add column network bytea;

create table deliberation.defence_report (
  deliberation_id uuid primary key references deliberation.deliberation,
  examined_at timestamptz not null,
  -- Findings, each with the numbers of its participants.
  findings jsonb not null
);

-- What the convenor decided of a finding; of several the latest counts.
create table deliberation.finding_judgment (
  id uuid primary key,
  deliberation_id uuid not null references deliberation.deliberation,
  finding text not null,
  flagged boolean not null,
  people integer not null check (people > 0),
  reason text not null,
  at timestamptz not null
);
create index finding_judgment_of on deliberation.finding_judgment (deliberation_id, id);

-- The same map without who is flagged; nothing where nobody is.
alter table deliberation.opinion_map add column without jsonb;
