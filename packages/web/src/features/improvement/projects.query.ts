import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listFindings } from '@zhiheng/contract/findings/findings';
import { getProject, listProjects } from '@zhiheng/contract/improvement/projects';
import { call } from '../../lib/call.ts';
import type { ProjectsSearch } from './improvement.search.ts';

export const projectsQuery = ({ q, state, template }: ProjectsSearch) =>
  infiniteQueryOptions({
    queryKey: ['projects', 'list', { q, state, template }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listProjects, { query: { q, state, template, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const projectQuery = (id: string) =>
  queryOptions({ queryKey: ['projects', 'one', id], queryFn: () => call(getProject, { params: { id } }) });

/** Findings that somebody still works on; nobody who may not read them is asked. */
export const findingOptionsQuery = (allowed: boolean) =>
  queryOptions({
    queryKey: ['findings', 'options'],
    queryFn: () => call(listFindings, { query: { state: 'active', limit: 200 } }).then(({ items }) => items),
    enabled: allowed,
  });
