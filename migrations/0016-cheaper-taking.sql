-- What each comment paid for and nobody used: indexes that no query reads, and a look for the leaf of its salts,
-- which is written beside them and can't go.

drop index docket.comment_by_request;
drop index docket.answer_by_question;
drop index record.entry_by_process;
alter table record.salt drop constraint salt_leaf_id_fkey;
