import type { CaseType, ServiceCase } from '@zhiheng/contract/cases/case';
import { changedCustom } from '../custom/changed-custom.ts';
import type { Cause, ComplaintKind, Priority, Severity } from '../words/case-words.ts';

/** What the form of a case holds. */
export interface CaseValues {
  readonly type: CaseType;
  readonly subject: string;
  readonly description: string;
  readonly priority: Priority;
  readonly severity: Severity | null;
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly siteId: string | null;
  readonly customerId: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly complaintKind: ComplaintKind | null;
  readonly cause: Cause | null;
  readonly remedy: string;
  readonly supplierId: string | null;
  readonly contractId: string | null;
  readonly tags: string[];
  readonly custom: ServiceCase['custom'];
}

export const emptyCase: CaseValues = {
  type: 'incident',
  subject: '',
  description: '',
  priority: 'p3',
  severity: null,
  serviceId: null,
  categoryId: null,
  siteId: null,
  customerId: null,
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  teamId: null,
  assigneeId: null,
  complaintKind: null,
  cause: null,
  remedy: '',
  supplierId: null,
  contractId: null,
  tags: [],
  custom: {},
};
const fields = Object.keys(emptyCase) as (keyof CaseValues)[];

export const valuesOf = (shown: ServiceCase): CaseValues =>
  Object.fromEntries(fields.map((field) => [field, shown[field]])) as unknown as CaseValues;

/** Only what differs: a field that was left alone is not sent, and so overwrites nobody. An emptied choice is null. */
export function changedValues(before: CaseValues, after: Partial<CaseValues>): Partial<CaseValues> {
  const changed = fields.flatMap((field) => {
    if (!(field in after) || field === 'custom') return [];
    const value = after[field] ?? (typeof before[field] === 'string' && isText(field) ? '' : null);
    return JSON.stringify(value) === JSON.stringify(before[field]) ? [] : [[field, value] as const];
  });
  const custom = changedCustom(before.custom, after.custom ?? {});
  return { ...Object.fromEntries(changed), ...(custom === null ? {} : { custom }) };
}

const texts: ReadonlySet<keyof CaseValues> = new Set(['subject', 'description', 'contactName', 'contactPhone', 'contactEmail', 'remedy']);
const isText = (field: keyof CaseValues): boolean => texts.has(field);
