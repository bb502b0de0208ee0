import { sql, type RawBuilder } from 'kysely';
import type {
  AutomationRule,
  getAutomationRule,
  listAutomationRules,
  listAutomationVersions,
} from '@zhiheng/contract/automation/automation';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { lintRules } from '../cases/index.ts';

interface Row extends Omit<AutomationRule, 'updatedAt' | 'lastRunAt' | 'findings'> {
  readonly updatedAt: Date;
  readonly lastRunAt: Date | null;
}

export const findingsOf = ({ tests }: AutomationRule['definition']): AutomationRule['findings'] => lintRules([{ tests, takesAll: false }]);

/** Rules in their order, with what they did in the last thirty days. The condition speaks of `r`. */
async function selectRules({ db, orgId, now }: Operation, condition: RawBuilder<unknown>): Promise<AutomationRule[]> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const { rows } = await sql<Row>`
    select r.id, r.name, r.active, r.definition, r.version, r.updated_at as "updatedAt",
      jsonb_build_object('done', coalesce(n.done, 0), 'failed', coalesce(n.failed, 0), 'held', coalesce(n.held, 0), 'waiting', coalesce(n.waiting, 0)) as runs,
      n.last as "lastRunAt"
    from automation_rule r
    left join lateral (
      select count(*) filter (where state = 'done') as done, count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'held') as held, count(*) filter (where state = 'waiting') as waiting, max(finished_at) as last
      from automation_run n where n.org_id = ${orgId} and n.rule_id = r.id and n.at >= ${since}
    ) n on true
    where r.org_id = ${orgId} and r.deleted_at is null and ${condition} order by r.position, r.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
    findings: findingsOf(row.definition),
  }));
}

export const listRules = async (operation: Operation): Promise<Reply<typeof listAutomationRules>> => ({
  items: await selectRules(operation, sql`true`),
});

export async function readRule(operation: Operation, id: string): Promise<AutomationRule> {
  const [rule] = await selectRules(operation, sql`r.id = ${id}`);
  if (rule === undefined) throw notFound('automation_rule');
  return rule;
}

export const getRule = (operation: Operation, { params }: Parsed<typeof getAutomationRule>): Promise<AutomationRule> =>
  readRule(operation, params.id);

type Versions = Reply<typeof listAutomationVersions>;

export async function listVersions(operation: Operation, { params }: Parsed<typeof listAutomationVersions>): Promise<Versions> {
  const { db, orgId } = operation;
  await readRule(operation, params.id);
  const { rows } = await sql<Omit<Versions['items'][number], 'savedAt'> & { savedAt: Date }>`
    select v.version, v.name, v.active, v.definition, v.saved_at as "savedAt", a.name as "savedBy"
    from automation_rule_version v left join account a on a.org_id = ${orgId} and a.id = v.saved_by
    where v.org_id = ${orgId} and v.rule_id = ${params.id} order by v.version desc limit 100`.execute(db);
  return { items: rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() })) };
}
