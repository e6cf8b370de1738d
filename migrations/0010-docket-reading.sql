-- The order of the public docket: when a comment was sent first, whichever way it came.

create index comment_by_sending on docket.comment (request_id, (coalesce(original_at, received_at)), id);
create index comment_superseded_by on docket.comment (superseded_by) where superseded_by is not null;
create unique index comment_by_leaf on docket.comment (leaf_id);
create index attachment_shown on docket.attachment (comment_id) where publication <> 'confidential';
create index answer_shown on docket.answer (question_id, comment_id) where publication <> 'confidential';
