import { sql } from 'kysely';
import type { DomainEvent, Subscriber } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';
import { observeSessions } from './observe-sessions.ts';

const ofSession = new Set([
  'fieldwork.sheet-submitted',
  'fieldwork.sheet-reopened',
  'fieldwork.session-changed',
  'fieldwork.session-held',
  'fieldwork.session-cancelled',
  'fieldwork.session-reopened',
  'fieldwork.session-deleted',
  'fieldwork.session-restored',
] as const);
const ofStudy = new Set(['fieldwork.study-changed', 'fieldwork.study-deleted', 'fieldwork.study-restored'] as const);

/** Lets scores of sessions flow into their indicator, and takes them back. */
export const sheetsFlowOut: Subscriber = {
  name: 'field-sheets-flow-out',
  types: [...ofSession, ...ofStudy],
  async handle(operation, events) {
    const sessions = idsOf(events, ofSession);
    const studies = idsOf(events, ofStudy);
    await observe(operation, sessions, studies);
  },
};

const idsOf = (events: readonly DomainEvent[], types: ReadonlySet<string>): string[] =>
  events.flatMap(({ type, entityId }) => (types.has(type) ? [entityId] : []));

async function observe(operation: Operation, sessions: readonly string[], studies: readonly string[]): Promise<void> {
  if (sessions.length + studies.length === 0) return;
  await observeSessions(operation, sql`(e.id = any(${[...sessions]}::uuid[]) or e.study_id = any(${[...studies]}::uuid[]))`);
}
