import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Result } from '../reports.query.ts';

type Sides = Pick<Result['targets'][number], 'before' | 'after'>;
type Attained = Sides['before'];

/** The two sides over all promises together. */
export function overall(targets: readonly Sides[]): Sides {
  return { before: added(targets.map(({ before }) => before)), after: added(targets.map(({ after }) => after)) };
}

function added(parts: readonly Attained[]): Attained {
  const met = parts.reduce((sum, part) => sum + part.met, 0);
  const breached = parts.reduce((sum, part) => sum + part.breached, 0);
  return { met, breached, n: met + breached, share: met + breached === 0 ? null : met / (met + breached) };
}

export const shareText = (share: number | null, format: Format): string => (share === null ? '—' : format.percent(share * 100));

export const attainedText = ({ share, met, n }: Attained, format: Format): string =>
  share === null ? '—' : m.reports_sim_met_of({ share: shareText(share, format), met: format.number(met), n: format.number(n) });

/** `▼ 8.1 个百分点`; null where one side decided nothing. */
export function changeOf({ before, after }: Sides, format: Format) {
  if (before.share === null || after.share === null) return null;
  const points = (after.share - before.share) * 100;
  const direction = Math.abs(points) < 0.05 ? 'same' : points > 0 ? 'up' : 'down';
  return {
    direction,
    good: direction === 'same' ? null : direction === 'up',
    words: m.reports_sim_points({ n: format.number(Math.abs(points), 1) }),
  } as const;
}

/** What came out, in one sentence. */
export function findingOf(sides: Sides, format: Format): string {
  const { before, after } = sides;
  const [was, is] = [shareText(before.share, format), shareText(after.share, format)];
  if (before.n === 0 && after.n === 0) return m.reports_sim_finding_none();
  if (before.share === null || after.share === null) return m.reports_sim_finding_first({ after: is });
  const more = after.breached - before.breached;
  if (more > 0) return m.reports_sim_finding_worse({ before: was, after: is, n: format.number(more) });
  if (more < 0) return m.reports_sim_finding_better({ before: was, after: is, n: format.number(-more) });
  return m.reports_sim_finding_same({ before: was });
}
