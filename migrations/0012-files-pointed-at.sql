-- Files that nothing points at any more are swept away, and drafts that nobody came back to.

create index draft_file_by_address on docket.draft_file (sha256);
create index attachment_by_address on docket.attachment (sha256);
create index draft_by_age on docket.draft (saved_at) where comment_id is null;
