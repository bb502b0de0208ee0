import { sql } from 'kysely';
import { usualLimits, type CaseLimits } from '@zhiheng/contract/cases/case-settings';
import { packCases, type PackCases } from '@zhiheng/contract/packs/pack-cases';
import type { Operation } from '../../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../../platform/pack-part.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** There is one set of limits in a house. */
type Coded = PackCases & { readonly code: 'limits' };

/** `cases.yaml`: limits of the desk. */
export const caseSettingsPackPart: PackPart<'cases.yaml', PackCases | null> = {
  kind: 'cases.yaml',
  schema: packCases.nullable(),
  async install(operation, pack, content) {
    if (content === null) return countDecisions([]);
    const plan = planInstall(pack, await readStanding(operation), [{ ...content, code: 'limits' as const }]);
    const [row] = plan.write;
    if (row !== undefined) await write(operation, pack, row);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const [row] = await readStanding(operation);
    if (row === undefined) return null;
    const { code: _, ...content } = row.content;
    return content;
  },
};

const contentOf = (limits: CaseLimits): PackCases => ({
  response_hours: limits.responseHours,
  result_hours: limits.resultHours,
  follow_up_after_days: limits.followUpAfterDays,
  follow_up_until_days: limits.followUpUntilDays,
  retry_after_days: limits.retryAfterDays,
  attempts: limits.attempts,
  close_after_days: limits.closeAfterDays,
});

const limitsOf = (content: PackCases): CaseLimits => ({
  responseHours: content.response_hours,
  resultHours: content.result_hours,
  followUpAfterDays: content.follow_up_after_days,
  followUpUntilDays: content.follow_up_until_days,
  retryAfterDays: content.retry_after_days,
  attempts: content.attempts,
  closeAfterDays: content.close_after_days,
});

async function readStanding({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<Coded>[]> {
  const { rows } = await sql<{ settings: CaseLimits; pack: string | null; packHash: string | null }>`
    select settings, pack, pack_hash as "packHash" from case_settings where org_id = ${orgId}`.execute(db);
  return rows.map(({ settings, pack, packHash }) => {
    const content = { ...contentOf({ ...usualLimits, ...settings }), code: 'limits' as const };
    return { id: orgId, pack, packHash, deleted: false, content };
  });
}

async function write(operation: Operation, pack: string, { hash, content }: PlannedRow<Coded>): Promise<void> {
  const { db, orgId, now } = operation;
  const settings = limitsOf(content);
  await sql`
    insert into case_settings as s (org_id, settings, pack, pack_hash, updated_at) values (${orgId}, ${JSON.stringify(settings)}, ${pack}, ${hash}, ${now})
    on conflict (org_id) do update set settings = excluded.settings, version = s.version + 1, pack_hash = excluded.pack_hash, updated_at = excluded.updated_at`.execute(
    db,
  );
  await recordEvent(operation, { type: 'case-settings.changed', entity: { kind: 'organisation', id: orgId }, data: { pack, ...settings } });
}
