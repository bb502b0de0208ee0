import type { ReportSource, ReportTest } from '@zhiheng/contract/reports/report-document';
import type { Locale } from '@zhiheng/contract/values/text';
import { numberText, probabilityText, timeText } from '../document/written.rules.ts';

export const noteWords = {
  zh: { figure: '数字：', chart: '图：', table: '表：', source: '来源', page: '页面', test: '检验', asOf: '截至', untested: '未作检验' },
  en: {
    figure: 'Figure: ',
    chart: 'Chart: ',
    table: 'Table: ',
    source: 'Source',
    page: 'Page',
    test: 'Test',
    asOf: 'As of',
    untested: 'not tested',
  },
} as const;

const methods: Readonly<Record<ReportTest['method'], Readonly<Record<Locale, string>>>> = {
  difference: { zh: '两期之差，双侧，由 95% 区间还原标准误', en: 'difference of two periods, two-sided, errors from 95% intervals' },
  homogeneity: { zh: '各组齐性检验', en: 'homogeneity of groups' },
  interval: { zh: '目标是否在 95% 区间之外', en: 'whether the target lies outside the 95% interval' },
  verification: { zh: '登记在先的验证', en: 'verification registered beforehand' },
};

export function testText(test: ReportTest | null, locale: Locale): string {
  if (test === null) return noteWords[locale].untested;
  const { method, p, adjustedP, correction, family } = test;
  const words =
    locale === 'zh' ? { adjusted: '校正后 ', over: `Holm 校正，共 ${family} 项` } : { adjusted: 'adjusted ', over: `Holm over ${family}` };
  const parts = [
    methods[method][locale],
    ...(p === null ? [] : [probabilityText(p)]),
    ...(adjustedP === null ? [] : [`${words.adjusted}${probabilityText(adjustedP)}`]),
    ...(correction === null ? [] : [words.over]),
  ];
  return parts.join(locale === 'zh' ? '；' : '; ');
}

/** `来源 /api/v1/board?period=2026-10 · 页面 /app/board · n = 120 · 检验 … · 截至 2026-11-21 20:00`. */
export function noteOf({ query, href, n, asOf, test }: ReportSource, locale: Locale, zone: string): string {
  const words = noteWords[locale];
  const parts = [
    `${words.source} ${query}`,
    `${words.page} ${href}`,
    ...(n === null ? [] : [`n = ${numberText(n, 0)}`]),
    `${words.test} ${testText(test, locale)}`,
    `${words.asOf} ${timeText(asOf, zone)}`,
  ];
  return parts.join(' · ');
}
