-- A proposed issue goes by the paragraph it begins with, which a redaction does not move; until now by its place among
-- the proposals that were left.
create function docket.paragraph_of_proposal(answer uuid, place integer) returns integer language sql stable as $$
  select number from (
    select number, row_number() over (order by number) as place
    from (
      select row_number() over (order by at) as number, words
      from docket.answer
      join texts.version on version.id = answer.published_id
      cross join regexp_split_to_table(replace(version.text, E'\r\n', E'\n'), '\n\s*\n') with ordinality as part (words, at)
      where answer.id = $1 and words ~ '\S') as paragraph
    where words ~ '^\n*[+] ') as proposal
  where proposal.place = $2
$$;

alter table docket.grouped_proposal add column paragraph integer check (paragraph > 0);
update docket.grouped_proposal set paragraph = docket.paragraph_of_proposal(answer_id, position);
delete from docket.grouped_proposal where paragraph is null;
alter table docket.grouped_proposal drop constraint grouped_proposal_pkey, drop column position;
alter table docket.grouped_proposal add primary key (answer_id, paragraph);

-- What is no longer there to be read keeps a place where no text has one.
alter table docket.decided_proposal add column paragraph integer check (paragraph > 0);
update docket.decided_proposal
set paragraph = coalesce(docket.paragraph_of_proposal(answer_id, position), 1000000 + position);
alter table docket.decided_proposal drop constraint decided_proposal_pkey, drop column position;
alter table docket.decided_proposal add primary key (decision_id, answer_id, paragraph);

drop function docket.paragraph_of_proposal;

-- That a decision was about proposals is known also when they were erased.
alter table docket.issue_decision add column subject text check (subject in ('asked', 'proposed'));
update docket.issue_decision as decision set subject = case
  when issue_id is null or outcome = 'merged'
    or exists (select from docket.decided_proposal where decision_id = decision.id)
    or exists (
      select from record.entry
      where about_id = decision.request_id and kind = 'issue-decided'
        and detail ->> 'decision' = decision.id::text and jsonb_array_length(detail -> 'comments') > 0)
  then 'proposed' else 'asked' end;
alter table docket.issue_decision alter column subject set not null;
