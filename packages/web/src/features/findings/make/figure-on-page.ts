import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { EvidenceFigure } from '@zhiheng/contract/findings/findings';

/** A number as a page shows it, with all that makes it evidence. */
export interface FigureOnPage extends Pick<EvidenceFigure, 'value' | 'n' | 'interval' | 'target' | 'unit' | 'decimals'> {
  readonly indicator: string | null;
  readonly name: LocalText;
  readonly period?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly slice?: Partial<EvidenceFigure['slice']>;
  /** the page behind it, such as `/app/indicators/wait?period=2026-10` */
  readonly href: string;
  /** when it was read; now unless said */
  readonly asOf?: string | null;
  /** the target is missed: then it is a gap */
  readonly isMissed?: boolean;
}

/** The frozen copy that the finding keeps. */
export const evidenceOf = (figure: FigureOnPage): EvidenceFigure => ({
  indicator: figure.indicator,
  name: figure.name,
  period: figure.period ?? null,
  from: figure.from ?? null,
  to: figure.to ?? null,
  slice: { serviceId: null, teamId: null, siteId: null, segmentId: null, ...figure.slice },
  value: figure.value,
  n: figure.n,
  interval: figure.interval,
  target: figure.target,
  unit: figure.unit,
  decimals: figure.decimals,
  asOf: figure.asOf ?? new Date().toISOString(),
  href: figure.href,
});

interface Shown {
  readonly period: string;
  readonly filter: SubjectFilter;
  readonly asOf?: string | null;
}

/** A figure of an indicator, as board, report and scorecard show it. */
export function figureOnPage(figure: Figure, { period, filter, asOf = null }: Shown): FigureOnPage {
  const { indicator, name, value, n, interval, target, unit, decimals, status } = figure;
  const given = Object.entries(filter).flatMap(([key, id]) => (id === undefined ? [] : [[key, id] as const]));
  return {
    ...{ indicator, name, value, n, interval, target, unit, decimals, period, asOf },
    slice: Object.fromEntries(given),
    href: `/app/indicators/${indicator}?${new URLSearchParams([['period', period], ...given.map(([key, id]) => [key, id])]).toString()}`,
    isMissed: status === 'missed',
  };
}
