// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CauseAnalysis } from '@zhiheng/contract/causes/causes';
import { changeLocale } from '../../lib/locale.ts';
import { meQuery } from '../identity/index.ts';
import { AnalysisEditor } from './analysis-editor.tsx';

const node = (id: string, parentId: string | null) => ({ id, parentId, text: id, kind: null, gate: null, event: null, probability: null });
const analysis: CauseAnalysis = {
  ...{ id: '0197d000-0000-7000-8000-000000000000', findingId: '0197d000-0000-7000-8000-000000000001', findingNumber: 'F-1' },
  ...{ finding: { zh: '等待', en: 'Waits' }, method: 'five-whys', title: 'Waits', causes: 1, supported: 1, refuted: 0, version: 1 },
  ...{ updatedAt: '2026-11-01T00:00:00Z', updatedBy: null, tree: [node('problem', null), node('roster', 'problem')] },
  ...{ states: { roster: 'supported' }, evidence: [] },
};

beforeEach(() => {
  changeLocale('en');
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const client = new QueryClient();
  // Only what the editor asks of a person.
  client.setQueryData(meQuery.queryKey, { permissions: ['findings.write', 'findings.read'] } as never);
  render(
    <QueryClientProvider client={client}>
      <AnalysisEditor analysis={analysis} />
    </QueryClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const items = () => screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label'));

it('is walked, grown, renamed, cut and undone by keys alone', () => {
  const picture = screen.getByRole('tree');
  expect(items()).toEqual(expect.arrayContaining(['problem: ', 'roster: ● Supported']));
  fireEvent.keyDown(picture, { key: 'ArrowRight' });
  expect(within(picture).getByRole('treeitem', { selected: true }).getAttribute('data-node')).toBe('roster');
  fireEvent.keyDown(picture, { key: 'Insert' });
  const words = screen.getByLabelText('Cause');
  fireEvent.change(words, { target: { value: 'planned late' } });
  fireEvent.keyDown(words, { key: 'Enter' });
  expect(items().some((label) => label?.startsWith('planned late'))).toBe(true);
  fireEvent.keyDown(picture, { key: 'Delete' });
  expect(items()).toHaveLength(2);
  fireEvent.keyDown(picture, { key: 'z', ctrlKey: true });
  expect(items()).toHaveLength(3);
});

it('does the same by buttons, and the problem itself stays', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Add below' }));
  expect(items()).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(items()).toHaveLength(2);
  fireEvent.keyDown(screen.getByRole('tree'), { key: 'Home' });
  fireEvent.keyDown(screen.getByRole('tree'), { key: 'Delete' });
  expect(items()).toHaveLength(2);
});
