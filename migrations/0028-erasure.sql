-- Erasing a person: the words go, and what stays public is that a comment was there, its number, and why it was erased.

alter table moderation.reason
  add column act text not null default 'withhold' check (act in ('withhold', 'erase'));
insert into moderation.reason (code, position, name, meaning, act) values
  ('asked-for', 201, 'Asked for by the person', 'The person it is of asked that it be erased.', 'erase'),
  ('court-order', 202, 'Ordered by a court or an authority', 'A court or an authority ordered that it be erased.', 'erase'),
  ('other-erasure', 203, 'Another reason for erasing', 'It had to be erased for another reason.', 'erase');

alter table moderation.decision
  drop constraint decision_act_check,
  drop constraint decision_check,
  add constraint decision_act_check check (act in ('post', 'redact', 'withhold', 'erase')),
  add constraint decision_check check (act not in ('withhold', 'erase') or reason_code is not null);

alter table docket.comment
  drop constraint comment_state_check,
  add constraint comment_state_check check (state in ('screening', 'posted', 'withheld', 'erased'));

-- A person's row stays, since the record names its id; who it was is gone.
alter table participants.person
  add column erased_at timestamptz,
  alter column name drop not null,
  alter column email drop not null,
  add constraint person_erased check (num_nulls(name, email) = case when erased_at is null then 0 else 2 end);

create or replace function texts.keep_version() returns trigger language plpgsql as $$
declare
  erasable constant text[] := '{text,sha256,language,erased_at}';
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

-- What was erased, ids only: the ledger outside of the database is written from it.
create schema erasing;

create table erasing.erasure (
  about_kind text not null check (about_kind in ('person', 'comment', 'claim', 'mail')),
  about_id uuid not null,
  reason_code text not null,
  by uuid,
  at timestamptz not null,
  primary key (about_kind, about_id)
);
create trigger kept before update or delete on erasing.erasure for each row execute function record.refuse();
create trigger never_emptied before truncate on erasing.erasure execute function record.refuse();
