-- Which cases count by an agreement now.
create index case_clock_open on case_clock (org_id, agreement_id, case_id) where ended_at is null;
