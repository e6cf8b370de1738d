-- A row is known again by its cells, whatever its columns are said to mean; an import that fails each time comes to an
-- end; and what is said about a row is kept as what it says, to be put into the words of whoever reads it.

alter table docket.imported_row add column cells_key text;
create index imported_row_by_cells on docket.imported_row (request_id, cells_key) where cells_key is not null;

alter table docket.import add column attempts integer not null default 0;
alter table docket.import add column content_sha256 text;
update docket.import set content_sha256 = sha256;
create index import_by_content on docket.import (request_id, content_sha256);

alter table docket.import_problem add column said jsonb;
