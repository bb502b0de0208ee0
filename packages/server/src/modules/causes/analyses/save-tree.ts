import { sql } from 'kysely';
import { treeFlaws, type CauseTree } from '@zhiheng/contract/causes/cause-tree';
import type { CauseAnalysis, saveTree as endpoint } from '@zhiheng/contract/causes/causes';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { invalid } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from './analysis-rows.ts';
import { findAnalysis, lockVersion } from './read-analysis.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

export async function saveTree(call: Call, { params, body }: Input): Promise<CauseAnalysis> {
  const before = await lockVersion(call, params.id, body.version);
  const flaws = treeFlaws(before.method, body.tree);
  if (flaws.length > 0) throw invalid(flaws.map(({ at, code }) => ({ path: `tree.${at}`, code })));
  const title = body.title ?? before.title;
  const { db, orgId, now, actor } = call;
  await sql`
    update cause_analysis set tree = ${JSON.stringify(body.tree)}::jsonb, title = ${title}, version = version + 1, updated_at = ${now},
      updated_by = ${actor.accountId}::uuid where org_id = ${orgId} and id = ${before.id}`.execute(db);
  await recordEvent(call, {
    type: 'cause-analysis.changed',
    entity: entityOf({ id: before.id, title }),
    data: differenceOf(before.tree, body.tree),
  });
  return findAnalysis(call, before.id);
}

/** What a reader of the log wants to know: which causes came, went and were put otherwise. */
function differenceOf(before: CauseTree, after: CauseTree): Record<string, unknown> {
  const [old, now] = [new Map(before.map((node) => [node.id, node])), new Map(after.map((node) => [node.id, node]))];
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ text }) => text),
    removed: before.filter(({ id }) => !now.has(id)).map(({ text }) => text),
    renamed: after.flatMap(({ id, text }) => {
      const from = old.get(id)?.text;
      return from === undefined || from === text ? [] : [{ from, to: text }];
    }),
  };
}
