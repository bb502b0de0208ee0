import { caseStatus, caseType, priority } from '@zhiheng/contract/cases/case';
import { caseOrder, type CaseFilter } from '@zhiheng/contract/cases/cases';
import { id } from '@zhiheng/contract/values/page';
import { code } from '@zhiheng/contract/values/text';
import { z } from 'zod';

const many = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(50).optional().catch(undefined);

export const casesSearch = z.object({
  /** the tab: one of the house's own views, or the id of a saved one */
  view: z
    .union([z.enum(['mine', 'unassigned', 'overdue', 'complaints', 'all']), id])
    .optional()
    .catch(undefined),
  /** also what is over; else only open cases are listed */
  all: z.boolean().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  type: many(caseType),
  status: many(caseStatus),
  priority: many(priority),
  serviceId: many(id),
  categoryId: many(id),
  teamId: many(id),
  assigneeId: many(z.union([id, z.literal('me'), z.literal('nobody')])),
  customerId: id.optional().catch(undefined),
  tag: many(z.string().max(40)),
  due: z.enum(['overdue', 'soon', 'today', 'none']).optional().catch(undefined),
  rating: many(z.number().int().min(1).max(5)),
  /** by the code of a field of the house */
  custom: z
    .record(code, z.array(z.string().max(64)).min(1).max(50))
    .optional()
    .catch(undefined),
  openedFrom: z.iso.date().optional().catch(undefined),
  openedTo: z.iso.date().optional().catch(undefined),
  order: caseOrder.optional().catch(undefined),
});
export type CasesSearch = z.infer<typeof casesSearch>;

type Order = NonNullable<CasesSearch['order']>;

/** What the server is asked for. */
export function filterOf(search: CasesSearch): CaseFilter {
  const ofTheList: ReadonlySet<string> = new Set(['view', 'all', 'order']);
  const given: CaseFilter = Object.fromEntries(
    Object.entries(search).filter(([field, value]) => value !== undefined && !ofTheList.has(field)),
  );
  return search.all === true || given.status !== undefined ? given : { ...given, open: true };
}

/** The address of a saved view. */
export function searchOf(view: { readonly id: string; readonly filter: CaseFilter; readonly order: Order }): CasesSearch {
  const { open, ...fields } = view.filter;
  const all = open !== true && fields.status === undefined;
  return { ...casesSearch.parse(fields), view: view.id, order: view.order, ...(all ? { all } : {}) };
}

/** The views that every house has, in the order of the tabs. */
export const ownViews = {
  open: {},
  mine: { view: 'mine', assigneeId: ['me'] },
  unassigned: { view: 'unassigned', assigneeId: ['nobody'] },
  overdue: { view: 'overdue', due: 'overdue' },
  complaints: { view: 'complaints', type: ['complaint'] },
  all: { view: 'all', all: true, order: 'newest' },
} as const satisfies Record<string, Readonly<CasesSearch>>;

const narrowing = [
  'q',
  'type',
  'status',
  'priority',
  'serviceId',
  'categoryId',
  'teamId',
  'assigneeId',
  'customerId',
  'tag',
  'due',
  'rating',
  'custom',
] as const;

/** Whether more is filtered than the tab itself does. */
export function isNarrowed(search: CasesSearch): boolean {
  const tab: CasesSearch = Object.values(ownViews).find((own) => 'view' in own && own.view === search.view) ?? {};
  return narrowing.some((field) => JSON.stringify(search[field]) !== JSON.stringify(tab[field]));
}
