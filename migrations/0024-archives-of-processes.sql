-- Archives of whole processes beside those of single dockets: what one is about is a request or a process.

alter table docket.dataset rename column request_id to about_id;
alter table docket.dataset add column process_id uuid;
update docket.dataset set process_id = request.process_id
  from requests.request where request.id = dataset.about_id;
alter table docket.dataset alter column process_id set not null;
