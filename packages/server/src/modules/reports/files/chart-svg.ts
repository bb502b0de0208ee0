import type { ReportChart } from '@zhiheng/contract/reports/report-document';
import type { Locale } from '@zhiheng/contract/values/text';
import { headingText, numberText } from '../document/written.rules.ts';
import { greys, type Look } from './look.rules.ts';

interface Drawn {
  readonly chart: ReportChart;
  readonly locale: Locale;
  readonly look: Look;
  readonly font: string;
}

const size = { width: 720, height: 300 } as const;

/** A chart as vectors. The name of the font is not quoted: quotes break the attribute that it stands in. */
export async function drawChart(drawn: Drawn): Promise<string> {
  const { init } = await import('echarts');
  const picture = init(null, null, { renderer: 'svg', ssr: true, ...size });
  picture.setOption(optionOf(drawn));
  const svg = picture.renderToSVGString();
  picture.dispose();
  return svg;
}

function optionOf({ chart, locale, look, font }: Drawn) {
  const { form, unit, categories, series, title } = chart;
  const isBar = form === 'bar';
  const names = {
    type: 'category' as const,
    data: categories.map((category) => category[locale]),
    inverse: isBar,
    axisLabel: { fontSize: 12 },
  };
  const words = { fontFamily: font, fontSize: 12 };
  const values = {
    ...{ type: 'value' as const, scale: !isBar, splitLine: { lineStyle: { color: greys.line } } },
    // What lies at the edge is not to be cut off.
    boundaryGap: isBar ? [0, 0.05] : [0.08, 0.08],
    axisLabel: { fontSize: 12, formatter: (value: number) => String(value) },
  };
  return {
    animation: false,
    textStyle: { fontFamily: font, color: greys.text },
    title: { text: headingText(title, unit)[locale], left: 0, top: 0, textStyle: { ...words, fontSize: 14, color: greys.text } },
    legend: series.length > 1 ? { bottom: 0, textStyle: words } : { show: false },
    grid: { left: 10, right: 40, top: 40, bottom: series.length > 1 ? 34 : 10, containLabel: true },
    xAxis: isBar ? values : names,
    yAxis: isBar ? names : values,
    series: series.map((one) => lineOrBar(one, chart, { locale, look })),
  };
}

function lineOrBar(
  { name, role, values }: ReportChart['series'][number],
  { form, decimals }: ReportChart,
  { locale, look }: Pick<Drawn, 'locale' | 'look'>,
) {
  const colour = { data: look.primary, second: look.accent, reference: greys.reference }[role];
  const isReference = role === 'reference';
  return {
    ...{
      name: name[locale],
      type: form,
      data: [...values],
      itemStyle: { color: colour },
      symbol: isReference ? 'none' : 'circle',
      symbolSize: 6,
    },
    lineStyle: { color: colour, width: 2, type: isReference ? ('dashed' as const) : ('solid' as const) },
    barMaxWidth: 18,
    label: form === 'bar' ? { show: true, position: 'right' as const, fontSize: 11, formatter: labelOf(decimals) } : { show: false },
  };
}

const labelOf =
  (decimals: number) =>
  ({ value }: { readonly value: unknown }): string =>
    typeof value === 'number' ? numberText(value, decimals) : '';
