-- Which save of the case an entry belongs to: who comes second is told what happened meanwhile.
alter table case_entry add column case_version integer not null default 1;

create index case_by_priority on service_case (org_id, priority, opened_at, id) where status not in ('closed', 'cancelled', 'merged');
-- Counting an agreement's open cases, and finding what a recount has not reached yet.
create index case_open_by_count on service_case (org_id, counted_with) where status not in ('closed', 'cancelled', 'merged');

-- Who has a case open now. A row older than a minute says nothing.
create table case_presence (
  org_id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  writing boolean not null,
  seen_at timestamptz not null,
  primary key (org_id, case_id, account_id),
  foreign key (org_id, case_id) references service_case,
  foreign key (org_id, account_id) references account
);

select protect('case_presence'::regclass);
grant select, insert, update, delete on case_presence to zhiheng_app;
