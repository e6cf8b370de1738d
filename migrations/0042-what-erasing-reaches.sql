-- Erasing reaches what moderators said of each other's proposals, reasons that quote a proposed issue, and rows of
-- imported files that never became comments. Who writes such words is asked for them by the form; erasing empties them.

alter table moderation.proposal drop constraint proposal_check2;
alter table docket.issue_decision drop constraint issue_decision_reason_check;

-- An id of its own, so that the ledger of erasures can name it.
alter table docket.import_problem add column id uuid not null default gen_random_uuid() unique;
