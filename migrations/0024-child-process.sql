-- A process may be opened by an issue of another one.
alter table processes.process add column parent_issue_id uuid references processes.issue (id) on delete set null;
create index process_by_parent_issue on processes.process (parent_issue_id);
