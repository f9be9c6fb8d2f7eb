-- Until when a person is waited for, so that those who wait can be counted without a session being opened.
ALTER TABLE sessions ADD COLUMN case_until INTEGER;
