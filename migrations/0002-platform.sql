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
  -- When to try next; none once it was sent or given up.
  due_at timestamptz,
  problem text
);
create index mail_due on platform.mail (due_at) where due_at is not null;
