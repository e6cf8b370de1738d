-- Links are counted by who asks too, so that nobody uses up those of another.

alter table participants.sign_in_link add column asked_from bytea;
