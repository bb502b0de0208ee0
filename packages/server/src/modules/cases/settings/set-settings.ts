import { sql } from 'kysely';
import { flawsOfCaseLimits, type CaseSettings, type setCaseSettings as endpoint } from '@zhiheng/contract/cases/case-settings';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalid } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readCaseSettings } from './read-settings.ts';

/** Two who change the settings at once: the second one is told. */
export async function setSettings(call: Call, { body }: Parsed<typeof endpoint>): Promise<CaseSettings> {
  const { db, orgId, now } = call;
  const flaws = flawsOfCaseLimits(body.settings);
  if (flaws.length > 0) throw invalid(flaws.map(([field, code]) => ({ path: `settings.${field}`, code })));
  const before = await readCaseSettings(call);
  if (before.version !== body.version) throw changedMeanwhile();
  const data = changesBetween(before.settings, body.settings);
  if (Object.keys(data).length === 0) return before;
  const written = await sql`
    insert into case_settings as s (org_id, settings, version, updated_at) values (${orgId}, ${JSON.stringify(body.settings)}, 1, ${now})
    on conflict (org_id) do update set settings = excluded.settings, version = s.version + 1, updated_at = excluded.updated_at
    where s.version = ${body.version}`.execute(db);
  if (written.numAffectedRows === 0n) throw changedMeanwhile();
  await recordEvent(call, { type: 'case-settings.changed', entity: { kind: 'organisation', id: orgId }, data });
  return readCaseSettings(call);
}
