import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getSignal, listSignalRules, listSignals, readControlChart, readForecast, readHotSpots } from '@zhiheng/contract/diagnosis/signals';
import type { ChartBucket } from '@zhiheng/contract/diagnosis/signal-kind';
import { call } from '../../lib/call.ts';
import type { DiagnosisSearch } from './diagnosis.search.ts';

export const signalsQuery = ({ kind, state }: DiagnosisSearch) => {
  const query = { kind, state: state === 'all' ? undefined : (state ?? ('active' as const)) };
  return infiniteQueryOptions({
    queryKey: ['diagnosis', 'signals', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listSignals, { query: { ...query, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    // Signals are looked for within a minute: so is the page.
    refetchInterval: 30_000,
  });
};

export const signalQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['diagnosis', 'signal', id],
    queryFn: () => call(getSignal, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  });

export const watchesQuery = queryOptions({ queryKey: ['diagnosis', 'watches'], queryFn: () => call(listSignalRules) });

export interface ChartWish {
  readonly code: string | undefined;
  readonly bucket: ChartBucket;
  readonly ruleSet?: 'nelson' | 'western-electric' | undefined;
  readonly slice?: Readonly<Record<string, string | null>> | undefined;
}

const given = (slice: ChartWish['slice'] = {}) =>
  Object.fromEntries(Object.entries(slice).filter(([, id]) => id !== null)) as Record<string, string>;

export const controlChartQuery = ({ code, bucket, ruleSet, slice }: ChartWish) =>
  queryOptions({
    queryKey: ['diagnosis', 'chart', { code, bucket, ruleSet, slice }],
    queryFn: () =>
      call(readControlChart, {
        params: { code: code ?? '' },
        query: { ...given(slice), bucket, ruleSet, points: bucket === 'day' ? 90 : 52 },
      }),
    enabled: code !== undefined,
    placeholderData: keepPreviousData,
  });

export const forecastQuery = (code: string | undefined, horizon: number) =>
  queryOptions({
    queryKey: ['diagnosis', 'forecast', code, horizon],
    queryFn: () => call(readForecast, { params: { code: code ?? '' }, query: { bucket: 'day', horizon } }),
    enabled: code !== undefined,
    placeholderData: keepPreviousData,
  });

export const hotSpotsQuery = (of: 'complaints' | 'cases', by: 'category' | 'service' | 'site') =>
  queryOptions({
    queryKey: ['diagnosis', 'spots', of, by],
    queryFn: () => call(readHotSpots, { query: { of, by } }),
    placeholderData: keepPreviousData,
  });
