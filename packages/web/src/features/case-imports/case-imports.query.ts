import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  cancelCaseImport,
  getCaseImport,
  listCaseImports,
  previewCaseFile,
  startCaseImport,
  undoCaseImport,
  uploadCaseFile,
  type CaseImport,
  type CaseImportMapping,
} from '@zhiheng/contract/cases/case-imports';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export const isRunning = ({ state }: Pick<CaseImport, 'state'>): boolean => state === 'queued' || state === 'running';

// Often enough to see it move, seldom enough to leave the server to its work.
const pollMilliseconds = 1_000;

export const caseImportsQuery = infiniteQueryOptions({
  queryKey: ['case-imports', 'list'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) => call(listCaseImports, { query: { cursor: pageParam, limit: 30 } }),
  getNextPageParam: (page) => page.next ?? undefined,
  refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some(isRunning)) === true ? pollMilliseconds * 2 : false),
});

export const caseImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['case-imports', id],
    queryFn: () => call(getCaseImport, { params: { id } }),
    refetchInterval: (query) => (query.state.data === undefined || isRunning(query.state.data) ? pollMilliseconds : false),
  });

export interface FileOptions {
  readonly sheet?: string | undefined;
}

/** What is asked of a file: its words do not depend on how they are translated. */
export const previewQuery = (fileId: string, options: FileOptions, mapping: CaseImportMapping | null) => {
  const asked = mapping === null ? null : { ...mapping, statuses: {}, priorities: {}, types: {} };
  return queryOptions({
    queryKey: ['case-imports', 'files', fileId, options, asked],
    queryFn: () => call(previewCaseFile, { params: { id: fileId }, body: { options, mapping: asked } }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
};

export function uploadOf(file: File) {
  const body = new FormData();
  body.append('file', file);
  return call(uploadCaseFile, { body });
}

type Start = NonNullable<CallInput<typeof startCaseImport>['body']>;
export const startOf = (body: Start) => call(startCaseImport, { body });
export const cancelOf = (id: string) => call(cancelCaseImport, { params: { id } });
export const undoOf = (id: string) => call(undoCaseImport, { params: { id } });
