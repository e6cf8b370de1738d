-- How often the map of a request was counted anew: what was read of it holds until it is counted again.
create table analysis.map_refreshed (
  request_id uuid primary key references requests.request,
  times bigint not null
);
