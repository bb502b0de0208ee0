import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  cancelImport,
  deleteMapping,
  getImport,
  listImports,
  listMappings,
  previewFile,
  saveMapping,
  startImport,
  uploadFile,
  type fileOptions,
  type ImportJob,
  type ImportMapping,
} from '@zhiheng/contract/measurement/imports';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type FileOptions = z.infer<typeof fileOptions>;
export type Preview = Reply<typeof previewFile>;

export const isRunning = (job: ImportJob): boolean => job.state === 'queued' || job.state === 'running';

// Often enough to see it move, seldom enough to leave the server to its work.
const pollMilliseconds = 1_000;

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) => call(listImports, { query: { cursor: pageParam, limit: 30 } }),
  getNextPageParam: (page) => page.next ?? undefined,
  refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some(isRunning)) === true ? pollMilliseconds * 2 : false),
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => call(getImport, { params: { id } }),
    refetchInterval: (query) => (query.state.data === undefined || isRunning(query.state.data) ? pollMilliseconds : false),
  });

export const previewQuery = (fileId: string, options: FileOptions) =>
  queryOptions({
    queryKey: ['files', fileId, 'preview', options],
    queryFn: () => call(previewFile, { params: { id: fileId }, body: options }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const mappingsQuery = queryOptions({ queryKey: ['import-mappings'], queryFn: () => call(listMappings).then(({ items }) => items) });

export function uploadOf(file: File) {
  const body = new FormData();
  body.append('file', file);
  return call(uploadFile, { body });
}

interface Start {
  readonly fileId: string;
  readonly options: FileOptions;
  readonly mapping: ImportMapping;
  readonly mappingId: string | null;
  readonly dryRun: boolean;
}
export const startOf = (body: Start) => call(startImport, { body });
export const cancelOf = (id: string) => call(cancelImport, { params: { id } });

interface Saved {
  readonly code: string;
  readonly name: string;
  readonly mapping: ImportMapping;
  readonly options: FileOptions;
}
export const saveMappingOf = ({ code, ...body }: Saved) => call(saveMapping, { params: { code }, body });
export const deleteMappingOf = (code: string) => call(deleteMapping, { params: { code } });
