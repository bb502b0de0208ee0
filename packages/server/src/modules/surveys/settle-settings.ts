import { sql } from 'kysely';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

/** What holds before anybody has set anything. */
export const usualSettings: SurveySettings = {
  serviceId: null,
  siteId: null,
  teamId: null,
  anonymous: false,
  minimumGroup: 1,
  onePerPerson: true,
  fatigueDays: 30,
  outflows: [],
  followUps: [],
};

/** Of an anonymous survey no smaller group is shown: whoever is one of four can be found. */
const anonymousMinimum = 5;

/** Settings as they will stand. Refuses what is not there, and what would break the promise of an anonymous survey. */
export async function settleSettings(operation: Pick<Operation, 'db' | 'orgId'>, wanted: SurveySettings): Promise<SurveySettings> {
  const wrong = [...anonymityFaults(wanted), ...(await missingReferences(operation, wanted))];
  if (wrong.length > 0) throw invalid(wrong.map((fault) => ({ ...fault, path: `settings.${fault.path}` })));
  return wanted;
}

/** The minimum group of an anonymous survey, when nobody said another. */
export const withMinimum = (settings: SurveySettings): SurveySettings =>
  settings.anonymous ? { ...settings, minimumGroup: Math.max(settings.minimumGroup, anonymousMinimum) } : settings;

function anonymityFaults({ anonymous, minimumGroup, followUps }: SurveySettings) {
  if (!anonymous) return [];
  return [
    ...(minimumGroup < anonymousMinimum ? [{ path: 'minimumGroup', code: 'too_small', params: { minimum: anonymousMinimum } }] : []),
    // Nobody can be called back who is not known.
    ...(followUps.length > 0 ? [{ path: 'followUps', code: 'anonymous_survey' }] : []),
  ];
}

interface Reference {
  readonly path: string;
  readonly table: 'service' | 'site' | 'team' | 'indicator' | 'account';
  readonly id: string;
}

async function missingReferences({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, settings: SurveySettings) {
  const references = referencesOf(settings);
  if (references.length === 0) return [];
  const { rows } = await sql<{ kind: string; id: string }>`
    with wanted as (select unnest(${references.map(({ id }) => id)}::uuid[]) as id)
    ${sql.join(
      (['service', 'site', 'team', 'indicator', 'account'] as const).map(
        (table) => sql`select ${table} as kind, t.id from ${sql.table(table)} t
          where t.org_id = ${orgId} and t.deleted_at is null and t.id in (select id from wanted)`,
      ),
      sql` union all `,
    )}`.execute(db);
  const there = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  return references.flatMap(({ path, table, id }) => (there.has(`${table} ${id}`) ? [] : [{ path, code: `unknown_${table}` }]));
}

function referencesOf({ serviceId, siteId, teamId, outflows, followUps }: SurveySettings): Reference[] {
  const all = [
    { path: 'serviceId', table: 'service', id: serviceId },
    { path: 'siteId', table: 'site', id: siteId },
    { path: 'teamId', table: 'team', id: teamId },
    ...outflows.map(({ indicatorId }, at) => ({ path: `outflows.${at}.indicatorId`, table: 'indicator', id: indicatorId }) as const),
    ...followUps.map(({ ownerId }, at) => ({ path: `followUps.${at}.ownerId`, table: 'account', id: ownerId }) as const),
  ] as const;
  return all.flatMap(({ path, table, id }) => (id === null ? [] : [{ path, table, id }]));
}
