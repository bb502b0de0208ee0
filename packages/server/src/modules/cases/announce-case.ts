import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import type { Call } from '../../platform/operation.ts';

export const caseChannelName = 'case_changed';

/** Cases that changed and were not announced yet, by organisation. */
const waiting = new Map<string, Set<string>>();
/** NOTIFY carries 8,000 bytes; who missed one reads the list again. */
const mostAtOnce = 150;

/** Tells every open page, after the commit, that a case is not as it was. */
export function announceCase(
  { orgId, afterCommit }: { readonly orgId: string; readonly afterCommit?: Call['afterCommit'] },
  id: string,
): void {
  const announce = (): void => {
    const ids = waiting.get(orgId) ?? new Set();
    if (ids.size < 10_000) waiting.set(orgId, ids.add(id));
  };
  if (afterCommit === undefined) announce();
  else afterCommit(announce);
}

/** Sends what waits: a few times in a second, not once per case, because NOTIFY lets commits queue up. */
export async function sendAnnouncements(root: Db): Promise<void> {
  const batches = [...waiting].flatMap(([orgId, ids]) => inBatches([...ids]).map((batch) => JSON.stringify({ orgId, ids: batch })));
  waiting.clear();
  for (const batch of batches) await sql`select pg_notify(${caseChannelName}, ${batch})`.execute(root);
}

function inBatches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, at) => ids.slice(at * mostAtOnce, (at + 1) * mostAtOnce));
}
