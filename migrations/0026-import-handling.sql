-- How the rows of a file are to be taken, and what was seen of the first of them: nobody unpacks a file to look again.
-- Cells may hold what jsonb does not keep; as json they stay as they came.

alter table docket.import add column handling jsonb not null default '{}';
alter table docket.import add column glance json;
