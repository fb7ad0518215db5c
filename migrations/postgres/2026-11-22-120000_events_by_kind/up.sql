-- A log-in asks for somebody's last successes and failures: it must not read all failures, which strangers add.
CREATE INDEX events_subject_kind ON events (subject_id, kind, id);
