-- What a pack said about a rule, so that a later load tells whether somebody has changed it.
alter table segment_rule add column pack text, add column pack_hash text;
