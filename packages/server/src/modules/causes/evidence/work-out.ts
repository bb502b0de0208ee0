import type { EvidenceRequest, EvidenceResult } from '@zhiheng/contract/causes/evidence';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { measuredOf } from '../../evaluation/index.ts';
import { compareCases } from './compare-cases.ts';
import { compareIndicator } from './compare-indicator.ts';
import { observedIndicator, spanOf, sumsOf } from './gather-group.ts';
import { weighFigure } from './weigh.rules.ts';

/** What the data of today say to a request. Refuses what cannot be worked out, and says why. */
export function workOut(operation: Operation, request: EvidenceRequest): Promise<EvidenceResult> {
  if (request.kind === 'figure') return figure(operation, request);
  return request.of.kind === 'cases'
    ? compareCases(operation, { ...request, of: request.of })
    : compareIndicator(operation, { ...request, of: request.of });
}

async function figure(operation: Operation, request: Extract<EvidenceRequest, { kind: 'figure' }>): Promise<EvidenceResult> {
  const indicator = await observedIndicator(operation, request.indicator, 'request.indicator');
  const sums = await sumsOf(operation, indicator, await spanOf(operation, request.group, 'request.group'));
  const { value, n, interval } = measuredOf(indicator, sums, 1);
  if (value === null) throw conflict('evidence_nothing_measured');
  if (interval === null) throw conflict('evidence_without_interval', { what: n });
  return {
    ...{ says: weighFigure(interval, request), n, groups: [{ n, value }], estimate: value, interval: [...interval] },
    ...{ statistic: null, df: null, p: null, unit: indicator.unit, decimals: indicator.decimals, measured: indicator.name },
  };
}
