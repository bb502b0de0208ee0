import type { CaseColumn, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { m } from '../../paraglide/messages.js';

export const columnWords: Readonly<Record<CaseColumn, () => string>> = {
  subject: m.case_imports_field_subject,
  description: m.case_imports_field_description,
  status: m.case_imports_field_status,
  type: m.case_imports_field_type,
  priority: m.case_imports_field_priority,
  category: m.case_imports_field_category,
  service: m.case_imports_field_service,
  team: m.case_imports_field_team,
  assignee: m.case_imports_field_assignee,
  customer: m.case_imports_field_customer,
  contactName: m.case_imports_field_contactName,
  contactEmail: m.case_imports_field_contactEmail,
  contactPhone: m.case_imports_field_contactPhone,
  channel: m.case_imports_field_channel,
  tags: m.case_imports_field_tags,
  at: m.case_imports_field_at,
  openedAt: m.case_imports_field_openedAt,
  repliedAt: m.case_imports_field_repliedAt,
  resolvedAt: m.case_imports_field_resolvedAt,
  closedAt: m.case_imports_field_closedAt,
  comment: m.case_imports_field_comment,
  changedField: m.case_imports_field_changedField,
  changedFrom: m.case_imports_field_changedFrom,
  changedTo: m.case_imports_field_changedTo,
};

const times = ['openedAt', 'at', 'repliedAt', 'resolvedAt', 'closedAt'] as const;
const contents = ['status', 'subject', 'description', 'type', 'priority', 'category', 'service', 'team', 'assignee'] as const;
const people = ['customer', 'contactName', 'contactEmail', 'contactPhone', 'channel', 'tags', 'comment'] as const;
const changes = ['changedField', 'changedFrom', 'changedTo'] as const;

/** Columns that a kind of file can have, in the order in which they are asked. */
export const columnsFor = (rows: CaseImportMapping['rows']): readonly CaseColumn[] => [
  ...(rows === 'changes' ? changes : []),
  ...times,
  ...contents,
  ...people,
];

const needed: Readonly<Record<CaseImportMapping['rows'], readonly CaseColumn[]>> = {
  cases: ['openedAt'],
  events: ['at'],
  changes: ['at', ...changes],
};

/** Columns without which nothing can be imported. */
export const missingColumns = ({ rows, columns }: CaseImportMapping): CaseColumn[] =>
  needed[rows].filter((field) => columns[field] === undefined);
