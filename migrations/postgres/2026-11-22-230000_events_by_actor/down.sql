DROP INDEX events_actor_id;
