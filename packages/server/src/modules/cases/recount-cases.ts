import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { readAgreementsInForce } from '../agreements/index.ts';
import { announceCase } from './announce-case.ts';
import { countCases } from './count-cases.ts';
import { isOpen } from './filter-cases.ts';
import { findDifferingCases } from './replay/find-differing-cases.ts';
import { PageReplay } from './replay/replay-page.rules.ts';

const batchSize = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';

interface Waiting {
  readonly id: string;
  readonly number: string;
}

/** Counts open cases by what is in force now, a batch at a time. Whoever stops in between goes on where it was: a case says with which publication it was counted. */
export async function recountCases(root: Db, orgId: string): Promise<void> {
  let counted = 0;
  // What is published meanwhile reaches also those that were counted already.
  for (let done = ''; ;) {
    const { revision } = await inOperation(root, orgId, readAgreementsInForce);
    if (revision === done) break;
    counted += await recountOnce(root, orgId);
    done = revision;
  }
  if (counted === 0) return;
  await inOperation(root, orgId, (operation) =>
    recordEvent(operation, { type: 'cases.recounted', entity: { kind: 'organisation', id: orgId }, data: { cases: counted } }),
  );
}

async function recountOnce(root: Db, orgId: string): Promise<number> {
  let counted = 0;
  for (let after = beforeAll; ;) {
    const batch = await inOperation(root, orgId, (operation) => recountBatch(operation, after));
    counted += batch.length;
    for (const { id } of batch) announceCase({ orgId }, id);
    const last = batch.at(-1);
    if (last === undefined) return counted;
    after = last.id;
  }
}

const inOperation = <T>(root: Db, orgId: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));

async function recountBatch(operation: Operation, after: string): Promise<Waiting[]> {
  const { revision } = await readAgreementsInForce(operation);
  const { rows } = await sql<Waiting>`
    select c.id, c.number from service_case c
    where c.org_id = ${operation.orgId} and c.id > ${after} and ${isOpen} and c.counted_with is distinct from ${revision}
    order by c.id limit ${batchSize} for no key update`.execute(operation.db);
  await countCases(operation, rows);
  return rows;
}

/**
 * Makes the clocks of every case again from its events: replayed in columns, counted one by one where they are not stored as the replay says. Breaches and steps that nobody has recorded yet are
 * recorded as by a sweep.
 */
export async function rebuildClocks(root: Db, orgId: string): Promise<number> {
  const { agreements } = await inOperation(root, orgId, readAgreementsInForce);
  if (!PageReplay.reads(agreements)) return rebuildEach(root, orgId);
  let rebuilt = 0;
  for await (const { cases, differing } of findDifferingCases(root, orgId, agreements)) {
    for (let from = 0; from < differing.length; from += batchSize) {
      await inOperation(root, orgId, (operation) => countAgain(operation, differing.slice(from, from + batchSize)));
    }
    rebuilt += cases;
  }
  return rebuilt;
}

async function countAgain(operation: Operation, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<Waiting>`
    select c.id, c.number from service_case c where c.org_id = ${operation.orgId} and c.id = any(${[...ids]}::uuid[])
    order by c.id for no key update`.execute(operation.db);
  await countCases(operation, rows);
}

/** One by one, where agreements are not such that columns could count them. */
async function rebuildEach(root: Db, orgId: string): Promise<number> {
  let rebuilt = 0;
  for (let after = beforeAll; ;) {
    const batch = await inOperation(root, orgId, (operation) => rebuildBatch(operation, after));
    rebuilt += batch.length;
    const last = batch.at(-1);
    if (last === undefined) return rebuilt;
    after = last.id;
  }
}

async function rebuildBatch(operation: Operation, after: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select c.id, c.number from service_case c where c.org_id = ${operation.orgId} and c.id > ${after}
    order by c.id limit ${batchSize} for no key update`.execute(operation.db);
  await countCases(operation, rows);
  return rows;
}
