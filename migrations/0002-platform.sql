-- What serves every step: outgoing mail. (`platform.migration` is made by the migrator itself.)

create table platform.mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  attachments jsonb not null default '[]',
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  problem text
);
create index mail_waiting on platform.mail (queued_at) where sent_at is null;
