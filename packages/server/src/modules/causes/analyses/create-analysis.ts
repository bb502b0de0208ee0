import { sql } from 'kysely';
import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import type { CauseAnalysis, createAnalysis as endpoint } from '@zhiheng/contract/causes/causes';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findFinding, setFindingState } from '../../findings/index.ts';
import { entityOf } from './analysis-rows.ts';
import { findAnalysis } from './read-analysis.ts';

/** The tree begins with the problem itself, in the words of the finding; an open finding is then being analysed. */
export async function createAnalysis(call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<CauseAnalysis> {
  const { findingId, method } = body;
  const finding = await findFinding(call, findingId);
  const words = (await readLocale(call)) === 'zh' ? finding.title.zh : finding.title.en;
  const title = body.title ?? words.slice(0, 200);
  const root: CauseNode = {
    id: 'problem',
    parentId: null,
    text: words.slice(0, 400),
    kind: null,
    gate: null,
    event: null,
    probability: null,
  };
  const id = newId();
  const { db, orgId, now, actor } = call;
  await sql`
    insert into cause_analysis (org_id, id, finding_id, method, title, tree, created_at, updated_at, updated_by)
    values (${orgId}, ${id}, ${findingId}, ${method}, ${title}, ${JSON.stringify([root])}::jsonb, ${now}, ${now}, ${actor.accountId}::uuid)`.execute(
    db,
  );
  await recordEvent(call, { type: 'cause-analysis.created', entity: entityOf({ id, title }), data: { findingId, method } });
  if (finding.state === 'open') await setFindingState(call, findingId, { state: 'analysing', reason: title });
  return findAnalysis(call, id);
}

async function readLocale({ db, orgId }: Call): Promise<string> {
  return (await db.selectFrom('organisation').select('locale').where('org_id', '=', orgId).executeTakeFirstOrThrow()).locale;
}
