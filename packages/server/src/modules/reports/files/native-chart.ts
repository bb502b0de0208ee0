import type PptxGenJS from 'pptxgenjs';
import type { ReportChart } from '@zhiheng/contract/reports/report-document';
import { headingText } from '../document/written.rules.ts';
import { greys, type Look } from './look.rules.ts';
import { font, hex, type Box, type Style } from './page-style.ts';

interface ChartPlace extends Style {
  readonly pptx: PptxGenJS;
  readonly slide: PptxGenJS.Slide;
  readonly chart: ReportChart;
  readonly box: Box;
}

type Series = ReportChart['series'][number];

/** A chart of the office program with its own workbook; a target is a dashed grey line. */
export function addChart({ pptx, slide, chart, locale, look, box }: ChartPlace): void {
  const isBar = chart.form === 'bar';
  // Bars are drawn from below: the first one is to stand at the top.
  const ordered = <T>(list: readonly T[]): T[] => (isBar ? list.toReversed() : [...list]);
  const labels = ordered(chart.categories).map((category) => category[locale]);
  // Where nothing was measured the line has a gap; the library's types know of no gaps.
  const dataOf = ({ name, values }: Series) => ({ name: name[locale], labels, values: ordered(values) as number[] });
  const data = chart.series.filter(({ role }) => role !== 'reference');
  const reference = chart.series.filter(({ role }) => role === 'reference');
  const options = optionsOf(chart, { locale, look, box });
  const coloured = { chartColors: data.map(({ role }) => hex(role === 'second' ? look.accent : look.primary)) };
  const { bar, line } = pptx.ChartType;
  if (isBar || reference.length === 0) return void slide.addChart(isBar ? bar : line, data.map(dataOf), { ...options, ...coloured });
  const dashed = { chartColors: [hex(greys.reference)], lineDash: 'dash', lineDataSymbol: 'none' } as const;
  const parts = [
    { type: line, data: data.map(dataOf), options: coloured },
    { type: line, data: reference.map(dataOf), options: dashed },
  ];
  slide.addChart(parts as never, options as never);
}

const small = { FontFace: font, FontSize: 10 } as const;
const named = (name: string) => Object.fromEntries(Object.entries(small).map(([key, value]) => [`${name}${key}`, value]));

function optionsOf(
  { form, unit, decimals, series, title }: ReportChart,
  { locale, box }: { readonly locale: Style['locale']; readonly look: Look; readonly box: Box },
) {
  const isBar = form === 'bar';
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const all = series.flatMap(({ values }) => values.map((value) => value ?? 0));
  return {
    ...{ ...box, barDir: 'bar' as const, altText: title[locale], displayBlanksAs: 'gap' },
    ...{ showTitle: true, title: headingText(title, unit)[locale], titleFontFace: font, titleFontSize: 13, titleColor: hex(greys.text) },
    ...{ showLegend: series.length > 1, legendPos: 'b' as const, ...named('legend'), ...named('catAxisLabel'), ...named('valAxisLabel') },
    ...{ valAxisLabelFormatCode: format, valGridLine: { color: hex(greys.line), size: 0.5 } },
    // Bars start at zero.
    ...(isBar ? { valAxisMinVal: Math.min(0, ...all) } : {}),
    ...{ lineDataSymbolSize: 6, lineSize: 2, showValue: isBar, dataLabelFormatCode: format, ...named('dataLabel') },
  };
}
