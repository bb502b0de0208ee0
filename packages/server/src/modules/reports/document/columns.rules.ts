import type { ReportTable } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Style } from './written.rules.ts';

type Column = ReportTable['columns'][number];

export const textColumn = (zh: string, en: string): Column => ({ name: { zh, en }, unit: '1', decimals: 0, kind: 'text' });

export const numberColumn = (name: LocalText, { unit, decimals }: Style): Column => ({ name, unit, decimals, kind: 'number' });

export const countColumn = (zh: string, en: string): Column => numberColumn({ zh, en }, { unit: '1', decimals: 0 });

/** The two ends of an interval. */
export const intervalColumns = (style: Style): Column[] => [
  numberColumn({ zh: '区间下限', en: 'Interval from' }, style),
  numberColumn({ zh: '区间上限', en: 'Interval to' }, style),
];
