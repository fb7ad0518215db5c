-- Taking one's data along asks for what one has done to others, too.
CREATE INDEX events_actor_id ON events (actor_id, id);
