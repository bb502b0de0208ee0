import { lazy, Suspense, useMemo } from 'react';
import { useShownTheme } from '../../lib/theme.ts';
import { palette } from '../palette.ts';
import { trendOption, type TrendChart } from './trend-option.ts';

const EchartsCanvas = lazy(() => import('./echarts-canvas.tsx').then((module) => ({ default: module.EchartsCanvas })));

interface Props {
  readonly chart: TrendChart;
  /** what a reader who cannot see the picture is told */
  readonly label: string;
  readonly height?: number;
}

/** A trend. The room is kept while the drawing library is on its way. */
export function TrendPlot({ chart, label, height = 240 }: Props) {
  const theme = useShownTheme();
  const option = useMemo(() => trendOption(chart, palette[theme]), [chart, theme]);
  return (
    <div role="img" aria-label={label} style={{ height }}>
      <Suspense fallback={null}>
        <EchartsCanvas option={option} />
      </Suspense>
    </div>
  );
}
