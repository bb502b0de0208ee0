import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { readHistory } from './read-history.ts';
import { PageReplay } from './replay-page.rules.ts';

const casesAtOnce = 20_000;

interface Examined {
  readonly cases: number;
  readonly last: string | null;
  /** cases to count one by one */
  readonly differing: readonly string[];
}

/** Replays the next cases behind one from their events, and says which of them are not stored as the replay says. Null when there is no agreement that columns can count. */
export async function findDifferingCases(operation: Operation, after: string): Promise<Examined | null> {
  const { agreements } = await readAgreementsInForce(operation);
  if (!PageReplay.reads(agreements)) return null;
  const replay = new PageReplay(agreements);
  const page = await readHistory(operation, { after, most: casesAtOnce, ignored: replay.ignored });
  return { cases: page.cases, last: page.last, differing: replay.differing(page) };
}
