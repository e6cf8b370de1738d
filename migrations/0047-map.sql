-- The position map: of each comment that counts, what it says about which issue. Whoever changes what counts notes the
-- comment in the same transaction, and no page shows the map before what is noted is counted anew.

create table analysis.map_voice (
  comment_id uuid not null references docket.comment,
  issue_id uuid not null references processes.issue,
  position text not null,
  request_id uuid not null references requests.request,
  excerpts integer not null check (excerpts > 0),
  -- One row of each comment and issue, and one row of each comment: so that comments are counted once.
  first_on_issue boolean not null,
  first_at_all boolean not null,
  stakeholder_group text not null,
  country text,
  language text not null,
  voice text not null check (voice in ('organisation', 'individual', 'campaign')),
  campaign_id uuid references analysis.campaign,
  -- By which a second coder is drawn, and how many have read it.
  draw smallint not null,
  readers smallint not null,
  primary key (comment_id, issue_id, position),
  check ((voice = 'campaign') = (campaign_id is not null))
);
create index map_voice_by_cell on analysis.map_voice
  (request_id, issue_id, stakeholder_group, position, comment_id);

-- Comments of which something may have changed since they were counted; added to by many at once, so that none waits.
create table analysis.map_mark (
  id bigint generated always as identity primary key,
  request_id uuid not null,
  comment_id uuid not null
);
create index map_mark_by_request on analysis.map_mark (request_id, id);

create table analysis.published_map (
  request_id uuid primary key references requests.request,
  published_at timestamptz not null
);

-- Only what is coded can be on the map: for any other comment there is nothing to note.
create function analysis.mark_for_map(about uuid) returns void language sql as $$
  insert into analysis.map_mark (request_id, comment_id)
  select request_id, id from docket.comment where id = about and (
    exists (select from analysis.excerpt where comment_id = about)
    or exists (select from analysis.map_voice where comment_id = about))
$$;

create function analysis.mark_comment() returns trigger language plpgsql as $$
begin
  perform analysis.mark_for_map(new.id);
  return null;
end
$$;

create function analysis.mark_comment_of() returns trigger language plpgsql as $$
begin
  perform analysis.mark_for_map(case when tg_op = 'DELETE' then old.comment_id else new.comment_id end);
  return null;
end
$$;

create function analysis.mark_text() returns trigger language plpgsql as $$
begin
  perform analysis.mark_for_map(comment_id) from (
    select comment_id from docket.answer where id = new.of_id and new.of_kind = 'answer'
    union all
    select comment_id from docket.attachment where id = new.of_id and new.of_kind = 'attachment') as part;
  return null;
end
$$;

create function analysis.mark_coding() returns trigger language plpgsql as $$
begin
  perform analysis.mark_for_map(comment_id) from analysis.excerpt
  where id = (case when tg_op = 'DELETE' then old.excerpt_id else new.excerpt_id end);
  return null;
end
$$;

create function analysis.mark_position() returns trigger language plpgsql as $$
begin
  perform analysis.mark_for_map(excerpt.comment_id)
  from analysis.coding join analysis.excerpt on excerpt.id = coding.excerpt_id
  where coding.counts and coding.id = (case when tg_op = 'DELETE' then old.coding_id else new.coding_id end);
  return null;
end
$$;

create trigger marked after update on docket.comment
  for each row when (old is distinct from new) execute function analysis.mark_comment();
create trigger marked after update or delete on docket.particulars
  for each row execute function analysis.mark_comment_of();
create trigger marked after update or delete on docket.answer
  for each row execute function analysis.mark_comment_of();
create trigger marked after update or delete on docket.attachment
  for each row execute function analysis.mark_comment_of();
create trigger marked after insert or update on texts.version
  for each row when (new.kind = 'published') execute function analysis.mark_text();
create trigger marked after insert or update or delete on analysis.excerpt
  for each row execute function analysis.mark_comment_of();
create trigger marked after insert or update or delete on analysis.reading
  for each row execute function analysis.mark_comment_of();
create trigger marked after insert or update or delete on analysis.campaign_member
  for each row execute function analysis.mark_comment_of();
create trigger marked_now after insert or update on analysis.coding
  for each row when (new.counts) execute function analysis.mark_coding();
create trigger marked_before after update or delete on analysis.coding
  for each row when (old.counts) execute function analysis.mark_coding();
create trigger marked after insert or update or delete on analysis.coded_position
  for each row execute function analysis.mark_position();

insert into analysis.map_mark (request_id, comment_id)
select distinct request_id, comment_id from analysis.excerpt;
