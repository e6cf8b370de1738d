-- Of a comment that has parts and none that is open to the public, the docket shows only that it was received.

alter table docket.comment add column confidential boolean not null default false;
update docket.comment set confidential = true
where id in (
  select comment_id
  from (select comment_id, publication from docket.answer
    union all select comment_id, publication from docket.attachment) as part
  group by comment_id
  having bool_and(publication = 'confidential')
);
alter table docket.comment alter column confidential drop default;
