-- A stretch after the deadline in which comments answer comments. It is announced with the request, or later.
create table requests.reply_round (
  request_id uuid primary key references requests.request,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  zone text not null,
  announced_at timestamptz not null,
  check (opens_at < closes_at)
);

-- A comment of a reply round, and those it answers.
create table docket.reply (
  comment_id uuid not null references docket.comment (id) on delete cascade,
  answered_id uuid not null references docket.comment (id) on delete cascade,
  primary key (comment_id, answered_id)
);
create index reply_by_answered on docket.reply (answered_id);
