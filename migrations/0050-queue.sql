-- The queue of coders: a row for each posted comment, with its turn, so that nobody waits until readings are counted.

create table analysis.queued (
  comment_id uuid primary key references docket.comment,
  request_id uuid not null,
  -- First those that stand for a campaign, then the rest, last those whose words another one stands for.
  turn smallint not null default 1 check (turn between 0 and 2),
  -- How many texts a campaign has.
  texts integer not null default 0,
  -- How unsure programs are of it.
  doubt real not null default 0,
  readers smallint not null default 0,
  done smallint not null default 0,
  nothing boolean not null default false,
  wanted smallint not null default 1
);
create index queued_fresh on analysis.queued (request_id, turn, texts desc, doubt desc, comment_id) where readers = 0;
create index queued_second on analysis.queued (request_id, turn, texts desc, doubt desc, comment_id)
  where readers > 0 and readers < wanted;

-- Which finding of campaigns the turns of a request are by.
create table analysis.queue_turn (
  request_id uuid primary key,
  found_at timestamptz not null
);

-- Two where a second coder reads it: drawn by its id, so that a larger share takes in the smaller one.
create function analysis.wanted_readers(comment_id uuid, percent smallint) returns smallint
language sql immutable as $$
  select case when ('x' || left(md5(comment_id::text), 7))::bit(28)::int % 100 < coalesce(percent, 0)
    then 2 else 1 end::smallint
$$;

create function analysis.queue_comments() returns trigger language plpgsql as $$
begin
  insert into analysis.queued (comment_id, request_id, wanted, readers, done, nothing)
  select come.id, come.request_id, analysis.wanted_readers(come.id, share.percent), read.readers, read.done, read.nothing
  from come left join analysis.second_reading as share on share.request_id = come.request_id
  cross join lateral (select count(*) as readers, count(*) filter (where state <> 'taken') as done,
    coalesce(bool_and(state = 'not-substantive'), false) as nothing
    from analysis.reading where comment_id = come.id) as read
  where come.state = 'posted' and come.withdrawn_at is null and not come.confidential
  on conflict do nothing;
  if tg_op = 'UPDATE' then
    delete from analysis.queued using come where comment_id = come.id
      and not (come.state = 'posted' and come.withdrawn_at is null and not come.confidential);
  end if;
  return null;
end
$$;
create trigger queue_of_come after insert on docket.comment
  referencing new table as come for each statement execute function analysis.queue_comments();
create trigger queue_of_changed after update on docket.comment
  referencing new table as come for each statement execute function analysis.queue_comments();

create function analysis.queue_readings() returns trigger language plpgsql as $$
begin
  update analysis.queued set readers = read.readers, done = read.done, nothing = read.nothing
  from (select distinct comment_id from changed) as touched
  cross join lateral (select count(*) as readers, count(*) filter (where state <> 'taken') as done,
    coalesce(bool_and(state = 'not-substantive'), false) as nothing
    from analysis.reading where comment_id = touched.comment_id) as read
  where queued.comment_id = touched.comment_id;
  return null;
end
$$;
create trigger queue_of_taken after insert on analysis.reading
  referencing new table as changed for each statement execute function analysis.queue_readings();
create trigger queue_of_moved after update on analysis.reading
  referencing new table as changed for each statement execute function analysis.queue_readings();
create trigger queue_of_given_back after delete on analysis.reading
  referencing old table as changed for each statement execute function analysis.queue_readings();

insert into analysis.queued (comment_id, request_id, wanted, readers, done, nothing)
select comment.id, comment.request_id, analysis.wanted_readers(comment.id, share.percent),
  coalesce(read.readers, 0), coalesce(read.done, 0), coalesce(read.nothing, false)
from docket.posted_comment as comment
left join analysis.second_reading as share on share.request_id = comment.request_id
left join (select comment_id, count(*) as readers, count(*) filter (where state <> 'taken') as done,
    bool_and(state = 'not-substantive') as nothing from analysis.reading group by comment_id) as read
  on read.comment_id = comment.id;

-- Its words do not stand in what the public reads now; kept by whoever carries excerpts along.
alter table analysis.excerpt add column lost boolean not null default false;
create index excerpt_lost on analysis.excerpt (request_id) where lost;
update analysis.excerpt set lost = true where not exists (select from docket.posted_text as text
  where text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id);
