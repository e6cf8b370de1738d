-- Whether a summary cites an excerpt, kept by its citations: what is cited is not deleted under them.

alter table analysis.excerpt add column cited boolean not null default false;
update analysis.excerpt set cited = true where exists (select from analysis.citation where excerpt_id = excerpt.id);

-- Only what is on the map is noted for it.
drop trigger marked on analysis.excerpt;
create trigger marked after insert or delete or update of comment_id, version_id, starts, ends, suggested, lost
  on analysis.excerpt for each row execute function analysis.mark_comment_of();

create function analysis.note_cited() returns trigger language plpgsql as $$
begin
  update analysis.excerpt set cited = true where not cited and id in (select excerpt_id from come);
  return null;
end
$$;
create trigger noted_cited after insert on analysis.citation
  referencing new table as come for each statement execute function analysis.note_cited();

create function analysis.note_uncited() returns trigger language plpgsql as $$
begin
  update analysis.excerpt set cited = false where cited and id in (select excerpt_id from gone)
    and not exists (select from analysis.citation where excerpt_id = excerpt.id);
  return null;
end
$$;
create trigger noted_uncited after delete on analysis.citation
  referencing old table as gone for each statement execute function analysis.note_uncited();
