-- Whose browser asks for a new password is looked up by its cookie, whatever address is typed.
CREATE INDEX known_devices_token_digest ON known_devices (token_digest);
