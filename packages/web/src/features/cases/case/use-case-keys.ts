import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { listCases } from '@zhiheng/contract/cases/cases';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useMemo } from 'react';
import type { ChoiceKind } from '../choice/use-case-choices.ts';
import { useKeys, type Keys } from '../../../ui/keys/use-keys.ts';
import { lastList } from '../list/last-list.ts';
import type { EntryKind } from './composer.tsx';
import { neighbourOf, type LoadedList } from './neighbour.rules.ts';

interface Deeds {
  readonly onWrite: (kind: EntryKind) => void;
  readonly onAsk: (kind: ChoiceKind) => void;
  readonly onEdit: () => void;
  readonly onHelp: () => void;
}

/** What the letters mean on the page of a case. */
export function useCaseKeys({ id }: Pick<ServiceCase, 'id'>, mayWrite: boolean, { onWrite, onAsk, onEdit, onHelp }: Deeds): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const keys = useMemo((): Keys => {
    const go = (by: 1 | -1) => () => {
      const number = neighbourOf(loadedLists(client), id, by);
      if (number !== null) void navigate({ to: '/app/cases/$id', params: { id: number } });
    };
    const leave = { u: () => void navigate({ to: '/app/cases', search: lastList() }), j: go(1), k: go(-1), '?': onHelp };
    if (!mayWrite) return leave;
    return {
      ...leave,
      r: () => onWrite('reply'),
      m: () => onWrite('note'),
      a: () => onAsk('assign'),
      p: () => onAsk('priority'),
      s: () => onAsk('status'),
      e: onEdit,
    };
  }, [id, mayWrite, navigate, client, onWrite, onAsk, onEdit, onHelp]);
  useKeys(keys);
}

const loadedLists = (client: QueryClient): LoadedList[] =>
  client
    .getQueryCache()
    .findAll({ queryKey: ['cases', 'list'] })
    .map(({ state }) => ({
      at: state.dataUpdatedAt,
      rows: (state.data as InfiniteData<Reply<typeof listCases>> | undefined)?.pages.flatMap(({ items }) => items) ?? [],
    }));
