import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { ReportKind } from '@zhiheng/contract/reports/report-kind';
import { getReport, listReports, previewReport, type ReportRow } from '@zhiheng/contract/reports/reports';
import { listReportSchedules } from '@zhiheng/contract/reports/schedules';
import { listReportTemplates } from '@zhiheng/contract/reports/templates';
import { call } from '../../lib/call.ts';
import type { ReportsSearch } from './reports.search.ts';

export const isBeingMade = ({ state }: Pick<ReportRow, 'state'>): boolean => state === 'queued' || state === 'running';

export const reportsQuery = ({ kind }: ReportsSearch) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'list', { kind }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listReports, { query: { kind, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.pages.some(({ items }) => items.some(isBeingMade)) === true ? 1_000 : false),
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: () => call(getReport, { params: { id } }),
    refetchInterval: (query) => (query.state.data !== undefined && isBeingMade(query.state.data) ? 700 : false),
  });

export const previewQuery = (asked: { readonly kind: ReportKind; readonly period: string; readonly scope: SubjectFilter }) =>
  queryOptions({ queryKey: ['reports', 'preview', asked], queryFn: () => call(previewReport, { body: asked }) });

export const schedulesQuery = queryOptions({ queryKey: ['reports', 'schedules'], queryFn: () => call(listReportSchedules) });

export const templatesQuery = queryOptions({ queryKey: ['reports', 'templates'], queryFn: () => call(listReportTemplates) });
