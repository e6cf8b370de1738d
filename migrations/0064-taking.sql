-- Holds the counters of these requests until commit, moves each on by one for every arrival, and only then looks for
-- comments known by their keys, so that no other transaction can take the same key in between. Answers first each
-- request with its counter, then each known comment.
create function docket.hold_counters(requests uuid[], keys text[])
returns table (request uuid, last integer, key text, id uuid, number text, leaf uuid, received_at timestamptz)
-- A plan made while the table was empty would read all of it ever after.
language plpgsql set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
    insert into docket.counter as counter (request_id, last)
    select given.request, count(*) from unnest(requests) as given (request) group by 1 order by 1
    on conflict (request_id) do update set last = counter.last + excluded.last
    returning counter.request_id, counter.last, null::text, null::uuid, null::text, null::uuid, null::timestamptz;
  return query
    select given.request, null::integer, given.key, known.id, known.number, known.leaf_id, known.received_at
    from unnest(requests, keys) as given (request, key)
    cross join lateral (
      select * from docket.comment where request_id = given.request and idempotency_key = given.key offset 0
    ) as known;
end
$$;
