import { sql, type RawBuilder } from 'kysely';
import type { CaseStatus } from '@zhiheng/contract/cases/case';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { listTmfTickets, ticketStatus, type getTmfTicket, type TicketStatus, type TroubleTicket } from '@zhiheng/contract/open-data/tmf';
import type { LocalText } from '@zhiheng/contract/values/text';
import { notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { visibleTo } from '../../cases/index.ts';
import { pageOf, saysTotal } from './paging.ts';

/** What our states are called there. */
const statuses: Readonly<Record<CaseStatus, TicketStatus>> = {
  new: 'acknowledged',
  open: 'inProgress',
  'awaiting-customer': 'pending',
  'awaiting-supplier': 'pending',
  'on-hold': 'held',
  resolved: 'resolved',
  'following-up': 'resolved',
  closed: 'closed',
  cancelled: 'cancelled',
  merged: 'closed',
};
const oursOf = (status: TicketStatus): string[] => Object.entries(statuses).flatMap(([ours, theirs]) => (theirs === status ? [ours] : []));

interface Row extends Omit<TroubleTicket, 'href' | 'externalId' | 'status' | 'channel' | 'relatedEntity' | '@type' | DateField> {
  readonly number: string;
  readonly status: CaseStatus;
  readonly channelName: string;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly dueAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly serviceId: string | null;
  readonly serviceName: LocalText | null;
  readonly total: number;
}
type DateField = 'creationDate' | 'lastUpdate' | 'expectedResolutionDate' | 'resolutionDate';

interface Wanted {
  readonly which: RawBuilder<unknown>;
  readonly page: RawBuilder<unknown>;
}

async function readTickets({ db, orgId, actor }: Operation, { which, page }: Wanted): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.subject as name, c.type as "ticketType", c.priority, c.severity, c.status, c.channel as "channelName", c.opened_at as "openedAt",
      c.updated_at as "updatedAt", c.due_at as "dueAt", c.resolved_at as "resolvedAt", s.id as "serviceId", s.name as "serviceName", count(*) over ()::int4 as total
    from service_case c left join service s on s.org_id = ${orgId} and s.id = c.service_id
    where c.org_id = ${orgId} and ${visibleTo(actor)} and ${which} order by c.opened_at desc, c.id ${page}`.execute(db);
  return rows;
}

const ticketOf = ({ id, number, name, ticketType, priority, severity, ...row }: Row): TroubleTicket => ({
  ...{ id, href: `${listTmfTickets.path}/${id}`, externalId: number, name, ticketType, priority, severity, status: statuses[row.status] },
  ...{ creationDate: row.openedAt.toISOString(), lastUpdate: row.updatedAt.toISOString() },
  ...{ expectedResolutionDate: row.dueAt?.toISOString() ?? null, resolutionDate: row.resolvedAt?.toISOString() ?? null },
  channel: { name: row.channelName },
  relatedEntity: row.serviceId === null ? [] : [{ id: row.serviceId, name: row.serviceName?.en ?? '', '@referredType': 'Service' }],
  '@type': 'TroubleTicket',
});

export async function listTickets(call: Call, { query }: Parsed<typeof listTmfTickets>): Promise<Reply<typeof listTmfTickets>> {
  const which = query.status === undefined ? sql`true` : sql`c.status = any(${oursOf(ticketStatus.parse(query.status))})`;
  const rows = await readTickets(call, { which, page: pageOf(query) });
  saysTotal(call, rows);
  return rows.map(ticketOf);
}

export async function getTicket(operation: Operation, { params }: Parsed<typeof getTmfTicket>): Promise<TroubleTicket> {
  const [row] = await readTickets(operation, { which: sql`c.id = ${params.id}`, page: sql`limit 1` });
  if (row === undefined) throw notFound('case');
  return ticketOf(row);
}
