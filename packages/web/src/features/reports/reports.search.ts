import { reportKind } from '@zhiheng/contract/reports/report-kind';
import { z } from 'zod';
import { periodSearchField } from '../periods/period-search.ts';
import { subjectSearchFields } from '../subjects/subject-search.ts';

export const reportsSearch = z.object({
  kind: reportKind.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type ReportsSearch = z.infer<typeof reportsSearch>;

export const previewSearch = z.object({
  kind: reportKind.optional().catch(undefined),
  period: periodSearchField,
  ...subjectSearchFields,
});
