// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newDefinition } from './new-definition.ts';
import { useDraft, type WithDraft } from './use-draft.ts';

const id = '01999999-0000-7000-8000-000000000001';
const calendarId = '01999999-0000-7000-8000-000000000002';
const agreement: WithDraft = {
  ...{ id, code: 'sla', name: { zh: '协议', en: 'Agreement' }, kind: 'sla', teamId: null, supplierId: null },
  ...{ version: 0, effectiveFrom: null, published: null, revision: 3, openCases: 0, updatedAt: '2026-11-21T00:00:00.000Z' },
  draft: newDefinition(calendarId),
  versions: [],
};

let sent: { readonly revision: number; readonly draft: { readonly attainmentGoal: number } }[] = [];
/** the server outside this process: it holds one revision and refuses all others */
let revision = 3;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  revision = 3;
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    const asked = JSON.parse(body) as (typeof sent)[number];
    sent.push(asked);
    const refusal = { type: 'about:blank', title: 'Conflict', status: 409, code: 'conflict', params: {}, errors: [] };
    if (asked.revision !== revision) return Promise.resolve(Response.json(refusal, { status: 409 }));
    revision += 1;
    return Promise.resolve(Response.json({ ...agreement, ...asked, revision }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);
const open = () => renderHook(() => useDraft(agreement), { wrapper }).result;
const wait = () => act(() => vi.advanceTimersByTimeAsync(2000));

it('saves once when the typing stops, and goes on from the new revision', async () => {
  const work = open();
  act(() => work.current.change({ attainmentGoal: 96 }));
  act(() => work.current.change({ attainmentGoal: 97 }));
  expect(work.current.state).toBe('unsaved');
  await wait();
  expect(work.current.state).toBe('saved');
  act(() => work.current.change({ attainmentGoal: 98 }));
  await wait();
  expect(sent.map(({ revision: read, draft }) => [read, draft.attainmentGoal])).toEqual([
    [3, 97],
    [4, 98],
  ]);
});

it('stops when somebody else saved first, and saves over it only when told to', async () => {
  const work = open();
  revision = 9;
  act(() => work.current.change({ attainmentGoal: 97 }));
  await wait();
  await wait();
  expect(work.current.state).toBe('overtaken');
  expect(sent).toHaveLength(1);
  act(() => work.current.keepMine({ revision: 9 }));
  await wait();
  expect(work.current.state).toBe('saved');
  expect(sent.at(-1)).toMatchObject({ revision: 9, draft: { attainmentGoal: 97 } });
});

it('takes what the other saved without sending anything', async () => {
  const work = open();
  revision = 9;
  act(() => work.current.change({ attainmentGoal: 97 }));
  await wait();
  act(() => work.current.takeTheirs({ ...agreement, revision: 9, draft: { ...agreement.draft, attainmentGoal: 90 } }));
  await wait();
  expect(work.current.draft.definition.attainmentGoal).toBe(90);
  expect(sent).toHaveLength(1);
});
