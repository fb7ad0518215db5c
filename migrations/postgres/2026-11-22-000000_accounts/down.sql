DROP TABLE set_up_tokens;
DROP TABLE events;
DROP TABLE sessions;
DROP TABLE users;
