-- What its sender replaced is read where it was replaced: nobody is handed the words that stand there no more.

create or replace function analysis.queue_comments() returns trigger language plpgsql as $$
begin
  insert into analysis.queued (comment_id, request_id, wanted, readers, done, nothing)
  select come.id, come.request_id, analysis.wanted_readers(come.id, share.percent), read.readers, read.done, read.nothing
  from come left join analysis.second_reading as share on share.request_id = come.request_id
  cross join lateral (select count(*) as readers, count(*) filter (where state <> 'taken') as done,
    coalesce(bool_and(state = 'not-substantive'), false) as nothing
    from analysis.reading where comment_id = come.id) as read
  where come.state = 'posted' and come.withdrawn_at is null and not come.confidential and come.superseded_by is null
  on conflict do nothing;
  if tg_op = 'UPDATE' then
    delete from analysis.queued using come where comment_id = come.id and not (come.state = 'posted'
      and come.withdrawn_at is null and not come.confidential and come.superseded_by is null);
  end if;
  return null;
end
$$;

delete from analysis.queued using docket.comment
where comment.id = queued.comment_id and comment.superseded_by is not null;
