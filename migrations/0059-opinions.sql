-- What the votes of a deliberation come to: one map each, counted anew as votes come in, with the number of its version.

create table deliberation.opinion_map (
  deliberation_id uuid primary key references deliberation.deliberation,
  version integer not null check (version > 0),
  computed_at timestamptz not null,
  -- What stood when it was computed: another key says that it has to be computed anew.
  counted text not null,
  result jsonb not null,
  -- Axes and centres from which the next version starts, so that neither the map nor its groups jump.
  start jsonb not null
);

-- How many declared a group says whether the map tells it as it stands.
create index participant_declared on deliberation.participant (deliberation_id) where stakeholder_group is not null;
