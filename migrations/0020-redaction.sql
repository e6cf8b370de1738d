-- Redaction: what a moderator marks to be left out, and the decision to post what stays.

insert into moderation.reason (code, position, name, meaning) values
  ('trade-secret', 9, 'Trade secret', 'It tells what somebody keeps secret for the sake of their trade.');

-- A stretch of one text version, or a whole file where there is no stretch. It is a draft until a decision makes a
-- new version from what stays; the words themselves stand only in the version.
create table moderation.redaction (
  id uuid primary key,
  about_kind text not null,
  about_id uuid not null,
  of_kind text not null,
  of_id uuid not null,
  version_id uuid,
  starts_at integer,
  ends_at integer,
  reason_code text not null references moderation.reason (code),
  by uuid,
  at timestamptz not null,
  check (num_nulls(version_id, starts_at, ends_at) in (0, 3)),
  check (starts_at >= 0 and ends_at > starts_at)
);
create index redaction_by_about on moderation.redaction (about_kind, about_id);
create unique index redaction_once on moderation.redaction (of_kind, of_id, starts_at, ends_at, reason_code)
  nulls not distinct;

alter table moderation.decision
  drop constraint decision_act_check,
  drop constraint decision_check,
  add column redactions integer not null default 0,
  add column redacted_for text[] not null default '{}',
  add constraint decision_act_check check (act in ('post', 'redact', 'withhold')),
  add constraint decision_check check (act <> 'withhold' or reason_code is not null),
  add constraint decision_redactions_check check ((act = 'redact') = (redactions > 0)
    and (redactions > 0) = (cardinality(redacted_for) > 0));

-- A file that holds what was redacted is not offered; its text is published as it was set anew.
alter table docket.attachment add column held_back boolean not null default false;
