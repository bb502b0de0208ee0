import type { Agreements } from '@zhiheng/sla-clock/clock';
import type { Db } from '../../../platform/database/connect.ts';
import { readHistory, type HistoryPage } from './read-history.ts';
import { PageReplay } from './replay-page.rules.ts';

const casesAtOnce = 25_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

interface Examined {
  readonly cases: number;
  /** cases to count one by one */
  readonly differing: readonly string[];
}

/** Replays all cases of an organisation from their events, and says which of them are not stored as the replay says. While one page is replayed, the next is read. */
export async function* findDifferingCases(root: Db, orgId: string, agreements: Agreements): AsyncGenerator<Examined> {
  const replay = new PageReplay(agreements);
  let spare: HistoryPage | null = null;
  let next = readHistory(root, orgId, { after: beforeAll, most: casesAtOnce, spare });
  for (;;) {
    const page = await next;
    if (page === null) return;
    next = readHistory(root, orgId, { after: page.last, most: casesAtOnce, spare });
    // Looked at in the next round; until then it must not end the process.
    next.catch(() => undefined);
    yield { cases: page.cases, differing: replay.differing(page) };
    spare = page;
  }
}
