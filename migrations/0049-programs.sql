-- Programs as coders: who switched which on, what each suggests and how sure it is, and what people made of it.

-- What an excerpt is: a demand, a fact, an experience, a source or a judgement.
alter table analysis.coding add column kind text
  check (kind in ('policy', 'fact', 'testimony', 'reference', 'value'));

-- Only programs have pointed to it so far.
alter table analysis.excerpt add column suggested boolean not null default false;
create index excerpt_marked_by_request on analysis.excerpt (request_id, id) where not suggested;
create index excerpt_suggested_by_comment on analysis.excerpt (comment_id) where suggested;

-- One thing that a program suggests of an excerpt; its coding has how sure it is of the surest one.
create table analysis.suggested_part (
  coding_id uuid not null references analysis.coding on delete cascade,
  code_id uuid references analysis.code,
  issue_id uuid references processes.issue,
  position text check (position in ('support', 'support-with-condition', 'oppose', 'neutral', 'question')),
  kind text check (kind in ('policy', 'fact', 'testimony', 'reference', 'value')),
  confidence real not null check (confidence between 0 and 1),
  check (num_nonnulls(code_id, issue_id, position, kind) = 1),
  unique nulls not distinct (coding_id, code_id, issue_id, position, kind)
);

-- What a person made of a suggestion at the desk.
create table analysis.suggestion_answer (
  coding_id uuid not null references analysis.coding on delete cascade,
  coder_id uuid not null references analysis.coder,
  answer text not null check (answer in ('accepted', 'changed', 'dismissed')),
  at timestamptz not null,
  primary key (coding_id, coder_id)
);

-- A program that somebody switched on for a request, or off again; who reads for it just now.
create table analysis.program_use (
  request_id uuid not null references requests.request,
  program text not null,
  on_since timestamptz,
  holder uuid,
  held_until timestamptz,
  -- Suggestions thrown away since their words do not stand in the text, and answers that could not be read.
  misquoted integer not null default 0,
  unread integer not null default 0,
  -- Why it does not get on, in a word that pages know, and when it is tried again.
  trouble text,
  again_at timestamptz,
  primary key (request_id, program)
);

-- A version of a program in a process: on how many excerpts of people it learnt, and how it fared against them.
create table analysis.program_version (
  process_id uuid not null references processes.process,
  program text not null,
  version text not null,
  made_at timestamptz not null,
  learnt_from integer not null,
  measured jsonb not null default '[]',
  primary key (process_id, program, version)
);

-- Which version of a program read a comment last, and how unsure it was of it.
create table analysis.program_read (
  comment_id uuid not null references docket.comment,
  program text not null,
  version text not null,
  -- The versions of its texts that were read.
  versions uuid[] not null,
  doubt real not null check (doubt between 0 and 1),
  at timestamptz not null,
  primary key (comment_id, program)
);
