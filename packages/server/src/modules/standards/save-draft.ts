import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Standard, StandardVersion, saveStandardDraft as endpoint } from '@zhiheng/contract/standards/standards';
import { conflict } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkIndicators } from './check-clauses.ts';
import { compareClauses } from './compare-clauses.rules.ts';
import { findStandard, lockStandard, lockVersion, touchStandard } from './read-standard.ts';
import { entityOf } from './standard-rows.ts';
import { writeDraft } from './write-draft.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

export async function saveDraft(call: Call, { params, body }: Input): Promise<Standard> {
  const before = await lockVersion(call, params.id, body.version);
  const newest = newestOf(before);
  if (newest.state === 'waiting') throw conflict('standard_waits');
  const number = newest.state === 'draft' ? newest.number : newest.number + 1;
  await checkIndicators(call, body.clauses, newest.clauses);
  await writeDraft(call, before.id, { number, clauses: body.clauses, reason: body.reason });
  await touchStandard(call, before.id);
  const changed = compareClauses(newest.clauses, body.clauses).filter(({ change }) => change !== 'same');
  await recordEvent(call, {
    type: 'standard.drafted',
    entity: entityOf(before),
    data: { number, clauses: changed.map(({ code, change }) => ({ code, change })) },
  });
  return findStandard(call, before.id);
}

/** There is always one: a standard begins with a draft, and its first version is not dropped. */
export function newestOf({ versions }: Standard): StandardVersion {
  const [newest] = versions;
  if (newest === undefined) throw new RangeError('a standard without a version');
  return newest;
}

export async function dropDraft(call: Call, { params }: Pick<Input, 'params'>): Promise<Standard> {
  const before = await lockStandard(call, params.id);
  const newest = newestOf(before);
  if (newest.state === 'approved') throw conflict('standard_nothing_open');
  if (newest.number === 1) throw conflict('standard_first_version');
  await sql`delete from standard_version where org_id = ${call.orgId} and standard_id = ${before.id} and number = ${newest.number}`.execute(
    call.db,
  );
  await touchStandard(call, before.id);
  await recordEvent(call, { type: 'standard.draft-dropped', entity: entityOf(before), data: { number: newest.number } });
  return findStandard(call, before.id);
}
