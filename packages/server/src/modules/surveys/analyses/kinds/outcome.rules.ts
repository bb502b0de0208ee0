import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Insufficient, Undetermined } from '@zhiheng/stats/result';
import type { Named } from '../sample.rules.ts';

type NoResult = AnalysisResultOf<'insufficient'> | AnalysisResultOf<'undetermined'>;

/** Why there is no result; the fields at fault are named where they are known. */
export function noResult(outcome: Insufficient | Undetermined, fields: readonly Named[]): NoResult {
  if (outcome.kind === 'insufficient') return { kind: 'insufficient', n: outcome.n, needed: outcome.needed };
  const { n, reason, columns = [] } = outcome;
  return { kind: 'undetermined', n, reason, fields: columns.flatMap((column) => fields.slice(column, column + 1)) };
}
