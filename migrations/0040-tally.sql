-- How many comments of each kind a docket holds, so that no reader waits until all of them are counted. A change adds
-- rows and touches none, so that nobody waits for anybody; now and then they are folded together.

create table docket.tally (
  request_id uuid not null,
  standing text not null,
  confidential boolean not null,
  named boolean not null,
  verification text not null,
  declared_group text not null,
  language text not null,
  country text,
  channel text not null,
  count bigint not null
);
create index tally_by_request on docket.tally (request_id);

-- How a comment stands in public; `standing` in the docket's reading says the same.
create function docket.standing_of(state text, withdrawn_at timestamptz, superseded_by uuid) returns text
language sql immutable as $$
  select case when state = 'erased' then 'erased' when withdrawn_at is not null then 'withdrawn'
    when state = 'screening' and superseded_by is not null then 'superseded' else state end
$$;

-- Counts the rows of one statement: those it took away, and those it left.
create function docket.tally_comments() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into docket.tally
    select request_id, docket.standing_of(state, withdrawn_at, superseded_by) as standing, confidential, named,
      verification, declared_group, language, country, channel, count(*)
    from come group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  elsif tg_op = 'DELETE' then
    insert into docket.tally
    select request_id, docket.standing_of(state, withdrawn_at, superseded_by) as standing, confidential, named,
      verification, declared_group, language, country, channel, -count(*)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  else
    insert into docket.tally
    select request_id, docket.standing_of(state, withdrawn_at, superseded_by) as standing, confidential, named,
      verification, declared_group, language, country, channel, sum(change)
    from (select *, 1 as change from come union all select *, -1 from gone) as both_sides
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(change) <> 0;
  end if;
  return null;
end
$$;

create trigger tally_of_come after insert on docket.comment
  referencing new table as come for each statement execute function docket.tally_comments();
create trigger tally_of_changed after update on docket.comment
  referencing old table as gone new table as come for each statement execute function docket.tally_comments();
create trigger tally_of_gone after delete on docket.comment
  referencing old table as gone for each statement execute function docket.tally_comments();

insert into docket.tally
select request_id, docket.standing_of(state, withdrawn_at, superseded_by) as standing, confidential, named,
  verification, declared_group, language, country, channel, count(*)
from docket.comment group by 1, 2, 3, 4, 5, 6, 7, 8, 9;

drop index docket.comment_facets;
