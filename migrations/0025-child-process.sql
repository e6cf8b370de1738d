-- A process may be opened by an issue of another one.
alter table processes.process add column if not exists parent_issue_id uuid references processes.issue (id) on delete set null;
create index if not exists process_by_parent_issue on processes.process (parent_issue_id);
