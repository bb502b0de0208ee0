import type { listSignalRules as listing, Watch } from '@zhiheng/contract/diagnosis/signals';
import { watch as watchSchema } from '@zhiheng/contract/diagnosis/signals';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../../platform/operation.ts';
import { findEvaluation } from '../charts/read-series.ts';
import { isWatched } from './check-watch.ts';
import { listSignalRules, storeRule } from './signal-rules.ts';

/** Watches what a scorecard shows first, each once; what is watched already stays as it is. */
export async function watchHeadline(operation: Operation, demo = false): Promise<Reply<typeof listing>> {
  const { card, library } = await findEvaluation(operation);
  const headline = (card?.headline ?? []).flatMap((code) => library.byCode.get(code) ?? []);
  const watches = headline.flatMap(({ code, limits }): Watch[] => {
    const hasCritical = (limits.at(-1)?.critical ?? null) !== null;
    return [
      watchSchema.parse({ kind: 'control-chart', indicator: code, bucket: 'week' }),
      ...(hasCritical
        ? [
            watchSchema.parse({ kind: 'threshold', indicator: code, bucket: 'month', level: 'critical', periods: 1 }),
            watchSchema.parse({ kind: 'forecast', indicator: code, bucket: 'day', level: 'critical', horizon: 28 }),
          ]
        : []),
    ];
  });
  const spots = watchSchema.parse({ kind: 'hot-spot', of: 'complaints', by: ['category', 'service', 'site'] });
  for (const watch of [...watches, spots]) {
    const indicator = watch.kind === 'hot-spot' ? null : watch.indicator;
    if (!(await isWatched(operation, { kind: watch.kind, indicator }))) await storeRule(operation, { watch, enabled: true, demo });
  }
  return listSignalRules(operation);
}
