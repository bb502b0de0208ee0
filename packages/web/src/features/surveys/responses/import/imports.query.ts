import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import {
  cancelResponseImport,
  getResponseImport,
  listResponseFaults,
  listResponseImports,
  previewResponses,
  startResponseImport,
  undoResponseImport,
  uploadResponses,
  type ResponseImport,
} from '@zhiheng/contract/surveys/response-imports';
import { call } from '../../../../lib/call.ts';

const moving: readonly ResponseImport['state'][] = ['queued', 'running', 'undoing'];
export const isRunning = ({ state }: Pick<ResponseImport, 'state'>): boolean => moving.includes(state);

// Often enough to see it move, seldom enough to leave the server to its work.
const pollMilliseconds = 1_000;

const keyOf = (surveyId: string) => ['surveys', 'imports', surveyId] as const;

export const importsQuery = (surveyId: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(surveyId), 'list'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listResponseImports, { params: { id: surveyId }, query: { cursor: pageParam, limit: 20 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some(isRunning)) === true ? pollMilliseconds * 2 : false,
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['surveys', 'import', id],
    queryFn: () => call(getResponseImport, { params: { id } }),
    refetchInterval: (query) => (query.state.data === undefined || isRunning(query.state.data) ? pollMilliseconds : false),
  });

export const faultsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['surveys', 'import', id, 'faults'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listResponseFaults, { params: { id }, query: { cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const tableQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['surveys', 'import-file', fileId],
    queryFn: () => call(previewResponses, { params: { id: fileId } }),
    staleTime: Infinity,
  });

export const uploadOf = (surveyId: string) => (file: File) => {
  const body = new FormData();
  body.append('file', file);
  return call(uploadResponses, { params: { id: surveyId }, body });
};

export type StartImport = NonNullable<CallInput<typeof startResponseImport>['body']>;
export const startOf = (surveyId: string) => (body: StartImport) => call(startResponseImport, { params: { id: surveyId }, body });
export const cancelOf = (id: string) => call(cancelResponseImport, { params: { id } });
export const undoOf = (id: string) => call(undoResponseImport, { params: { id } });
