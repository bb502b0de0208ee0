import { sql } from 'kysely';
import type { FindingRule } from '@zhiheng/contract/findings/rules';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { openFinding } from '../register/open-finding.ts';
import { rulesInForce } from './finding-rules.ts';
import { findBreaches } from './sources/breaches.ts';
import { findBudgetBurns } from './sources/budget-burns.ts';
import { findCampaignFindings } from './sources/campaign-findings.ts';
import { findGaps } from './sources/gaps.ts';
import { findLowScores } from './sources/low-scores.ts';
import { findSignals } from './sources/signals.ts';
import type { SeenFinding, Span } from './span.ts';

/** Between two looks at an organisation: what happens is in the register within a minute. */
const rhythm = 45_000;
/** How far a look goes back: the whole last month, and what came late. */
const lookBack = 62 * 86_400_000;

/** What a rule sees in a stretch of time, the oldest first. */
export async function seenBy(operation: Operation, rule: FindingRule, span: Span): Promise<SeenFinding[]> {
  switch (rule.source) {
    case 'gap':
      return findGaps(operation, rule, span);
    case 'breach':
      return findBreaches(operation, rule, span);
    case 'low-score':
      return findLowScores(operation, rule, span);
    case 'budget-burn':
      return findBudgetBurns(operation, rule, span);
    case 'campaign':
      return findCampaignFindings(operation, span);
    case 'hot-spot':
    case 'control-signal':
    case 'threshold':
    case 'forecast':
      return findSignals(operation, rule, span);
    default:
      throw new RangeError(rule satisfies never);
  }
}

/** Opens what the rules see, in every organisation whose turn it is. Several processes may do so at the same time. */
export async function lookForFindings(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_finding_look(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows)
    await inOrganisation(root, orgId, async (db) => {
      const operation: Operation = { db, orgId, actor: systemActor, now };
      if (await takeTurn(operation)) await lookOnce(operation);
    });
}

/** False when another process is at it. */
async function takeTurn({ db, orgId, now }: Operation): Promise<boolean> {
  await sql`insert into finding_look (org_id, next_at) values (${orgId}, ${now}) on conflict (org_id) do nothing`.execute(db);
  const { rows } = await sql`
    select from finding_look where org_id = ${orgId} and next_at <= ${now} for no key update skip locked`.execute(db);
  return rows.length > 0;
}

/** While demo data are there, what the rules open goes with them: what real data show, the rules open again. */
async function hasDemo({ db, orgId }: Operation): Promise<boolean> {
  const { rows } = await sql`select from installed_pack where org_id = ${orgId} and demo_loaded_at is not null limit 1`.execute(db);
  return rows.length > 0;
}

async function lookOnce(operation: Operation): Promise<void> {
  const { db, orgId, now } = operation;
  const span = { from: new Date(now.getTime() - lookBack), to: now };
  const demo = await hasDemo(operation);
  for (const rule of await rulesInForce(operation)) {
    if (!rule.enabled) continue;
    for (const seen of await seenBy(operation, rule, span)) await openFinding(operation, { ...seen, demo });
  }
  await sql`update finding_look set looked_at = ${now}, next_at = ${new Date(now.getTime() + rhythm)} where org_id = ${orgId}`.execute(db);
}
