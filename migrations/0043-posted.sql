-- What every later step reads of the docket: only what is posted, and of each text only the version the public reads.

create view docket.posted_comment as
select comment.id, comment.process_id, comment.request_id, comment.number,
  coalesce(comment.original_at, comment.received_at) as sent_at,
  comment.language, coalesce(comment.assigned_group, comment.declared_group) as stakeholder_group,
  comment.country, comment.channel, comment.verification, comment.named,
  -- Said for an organisation, and shown so.
  comment.named and exists (select from docket.particulars
    where particulars.comment_id = comment.id and particulars.organisation <> ''
      and particulars.capacity is distinct from 'in-own-name') as by_organisation
from docket.comment
where comment.state = 'posted' and comment.withdrawn_at is null and not comment.confidential;

create view docket.posted_text as
select comment.id as comment_id, comment.request_id, part.of_kind, part.of_id, part.question_id, part.position,
  published.id as version_id, published.language, published.text
from docket.comment
cross join lateral (
  select 'answer' as of_kind, answer.id as of_id, answer.question_id, answer.position
  from docket.answer where answer.comment_id = comment.id and answer.publication <> 'confidential'
  union all
  select 'attachment', attachment.id, null, attachment.position
  from docket.attachment where attachment.comment_id = comment.id and attachment.publication <> 'confidential'
) as part
cross join lateral (
  select version.id, version.language, version.text from texts.version
  where version.of_kind = part.of_kind and version.of_id = part.of_id and version.kind = 'published'
  order by version.created_at desc, version.id desc limit 1
) as published
where comment.state = 'posted' and comment.withdrawn_at is null and not comment.confidential
  and published.text is not null;
