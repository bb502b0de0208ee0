import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { hashOf, newId } from '../../../platform/identifier.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { canonical } from '../../campaigns/index.ts';
import { loadEvaluation, type Evaluation } from '../../evaluation/index.ts';
import { judge } from '../plan/frozen-plan.rules.ts';
import { frozenOf, lockVerification, readLooks, verdictOf, type LookDocument, type VerificationRecord } from '../read-verification.ts';
import { watchEffect } from '../watch/watch-effect.ts';
import { entityOf } from '../verification-rows.ts';
import { readAfter } from './read-after.ts';

/** Takes the looks that are due at all open plans and watches the effects that were shown. */
export async function lookAgain(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_open_verifications(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) await inOrganisation(root, orgId, (db) => lookAtAll({ db, orgId, actor: systemActor, now }));
}

export async function lookAtAll(operation: Operation): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<{ id: string }>`
    select id from verification where org_id = ${orgId} and withdrawn_at is null and reopened_at is null
      and (decided_at is null or verdict = 'effective') order by id`.execute(db);
  if (rows.length === 0) return;
  const evaluation = await loadEvaluation(operation, undefined);
  for (const { id } of rows) {
    const record = await lockVerification(operation, id);
    await (record.decidedAt === null ? takeLooks : watchEffect)(operation, evaluation, record);
    await sql`update verification set checked_at = ${now} where org_id = ${orgId} and id = ${id}`.execute(db);
  }
}

/** Looks that were taken stay as they are, also when figures were corrected since; only those that are missing are taken. */
async function takeLooks(operation: Operation, evaluation: Evaluation, record: VerificationRecord): Promise<void> {
  const frozen = frozenOf(record);
  const periods = await readAfter(operation, evaluation, frozen);
  const taken = (await readLooks(operation, record.id)).length;
  for (const look of judge(frozen, periods).looks.slice(taken)) {
    const document: LookDocument = { plan: record.planHash, periods, number: look.look, verdict: verdictOf(look) };
    await storeLook(operation, record, document);
  }
}

async function storeLook(operation: Operation, record: VerificationRecord, document: LookDocument): Promise<void> {
  const { db, orgId, now } = operation;
  const { number, verdict } = document;
  const text = canonical(document);
  await sql`
    insert into verification_look (org_id, id, verification_id, number, at, verdict, document, sha256)
    values (${orgId}, ${newId()}, ${record.id}, ${number}, ${now}, ${verdict.verdict}, ${text}, ${hashOf(text)})`.execute(db);
  const { projectId } = record;
  const data = { look: number, verdict: verdict.verdict, estimate: verdict.estimate, interval: verdict.interval, n: verdict.n, projectId };
  await recordEvent(operation, { type: 'verification.looked', entity: entityOf(record), data });
  if (!verdict.final) return;
  await sql`update verification set verdict = ${verdict.verdict}, decided_at = ${now} where org_id = ${orgId} and id = ${record.id}`.execute(
    db,
  );
  await recordEvent(operation, { type: 'verification.decided', entity: entityOf(record), data });
}
