import { sql, type RawBuilder } from 'kysely';
import { stagesOf, type CampaignChain, type CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import { reviewForm } from '@zhiheng/forms/review';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

interface Fault {
  readonly path: string;
  readonly code: string;
}
interface Named {
  readonly path: string;
  readonly kind: Kind;
  readonly key: string;
}
type Kind = keyof typeof tables;
const tables = {
  service: 'service',
  site: 'site',
  team: 'team',
  segment: 'segment',
  survey: 'survey',
  account: 'account',
  campaign: 'campaign',
  field_study: 'field_study',
  indicator: 'indicator',
} as const;

/** A plan in itself, before anything that it names is looked up. */
function faultsOf({ from, until, sheet, milestones, checklist, roles }: CampaignPlan, chain: CampaignChain): Fault[] {
  const stages = new Set<string>(stagesOf[chain]);
  const strange = (list: readonly { readonly stage: string }[], path: string) =>
    list.flatMap(({ stage }, at) => (stages.has(stage) ? [] : [{ path: `plan.${path}.${at}.stage`, code: 'unknown_stage' }]));
  return [
    ...(until < from ? [{ path: 'plan.until', code: 'until_before_from' }] : []),
    ...strange(milestones, 'milestones'),
    ...strange(checklist, 'checklist'),
    ...roles.flatMap(({ accountId, name }, at) =>
      (accountId === null) === (name === '') ? [{ path: `plan.roles.${at}`, code: 'one_person' }] : [],
    ),
    ...(sheet === null ? [] : reviewForm(sheet).map(({ path, code }) => ({ path: `plan.sheet.${path}`, code: code.replaceAll('-', '_') }))),
  ];
}

/** Refuses a plan that contradicts itself or names what is not there. */
export async function checkPlan(
  operation: Operation,
  plan: CampaignPlan,
  self: { readonly id: string; readonly chain: CampaignChain },
): Promise<void> {
  const faults = faultsOf(plan, self.chain);
  const named = namedBy(plan);
  const there = await findNamed(operation, named);
  const unknown = named.filter(({ kind, key }) => !there.has(`${kind}:${key}`) || key === self.id);
  const all = [...faults, ...unknown.map(({ path, kind }) => ({ path, code: `unknown_${kind}` }))];
  if (all.length > 0) throw invalid(all);
}

function namedBy({ scope, methods, roles, figures, previousId }: CampaignPlan): Named[] {
  const one = (path: string, kind: Kind, key: string | null): Named[] => (key === null ? [] : [{ path: `plan.${path}`, kind, key }]);
  return [
    ...one('scope.serviceId', 'service', scope.serviceId),
    ...one('scope.siteId', 'site', scope.siteId),
    ...one('scope.teamId', 'team', scope.teamId),
    ...one('scope.segmentId', 'segment', scope.segmentId),
    ...one('previousId', 'campaign', previousId),
    ...methods.flatMap(({ surveyId }, at) => one(`methods.${at}.surveyId`, 'survey', surveyId)),
    ...methods.flatMap(({ studyId = null }, at) => one(`methods.${at}.studyId`, 'field_study', studyId)),
    ...roles.flatMap(({ accountId }, at) => one(`roles.${at}.accountId`, 'account', accountId)),
    ...figures.flatMap((figure, at) =>
      figure.kind === 'indicator'
        ? one(`figures.${at}.code`, 'indicator', figure.code)
        : one(`figures.${at}.surveyId`, 'survey', figure.surveyId),
    ),
  ];
}

/** `kind:key` of what is there; indicators are named by code, all else by id. */
async function findNamed({ db, orgId }: Operation, named: readonly Named[]): Promise<ReadonlySet<string>> {
  const kinds = [...new Set(named.map(({ kind }) => kind))];
  if (kinds.length === 0) return new Set();
  const parts = kinds.map((kind): RawBuilder<unknown> => {
    const keys = named.filter((one) => one.kind === kind).map(({ key }) => key);
    const column = sql.ref(kind === 'indicator' ? 'code' : 'id');
    return sql`select ${`${kind}:`}::text || ${column}::text as key from ${sql.table(tables[kind])}
      where org_id = ${orgId} and ${column}::text = any(${keys}::text[]) and deleted_at is null`;
  });
  const { rows } = await sql<{ key: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return new Set(rows.map(({ key }) => key));
}
