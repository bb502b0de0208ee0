import type { Scorecard } from '@zhiheng/contract/evaluation/scores';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { loadIndicators } from '../measurement/index.ts';
import { faultsOfHeadline, faultsOfSettings, faultsOfTree } from './scorecard.rules.ts';

type Checked = Pick<Scorecard, 'children' | 'headline' | 'settings'>;

/** Refuses parts of a scorecard that could not be scored. Only what is given is looked at. */
export async function checkScorecard(
  operation: Operation,
  parts: { readonly [K in keyof Checked]?: Checked[K] | undefined },
): Promise<void> {
  const known = new Set((await loadIndicators(operation)).map((indicator) => indicator.code));
  const faults = [
    ...faultsOfTree(parts.children ?? [], known),
    ...faultsOfHeadline(parts.headline ?? [], known),
    ...(parts.settings === undefined ? [] : faultsOfSettings(parts.settings)),
  ];
  if (faults.length > 0) throw invalid(faults);
}
