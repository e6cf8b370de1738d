-- Entries of one instant get their places in the order in which they were written, not by their random ids.

alter table record.entry add column written bigint not null generated always as identity;
