-- Comments that came on paper: the days that stand on it, and who entered it, which is never public.

create table docket.paper (
  comment_id uuid primary key references docket.comment (id),
  received_on date not null,
  postmarked_on date,
  entered_by uuid,
  entered_at timestamptz not null
);
