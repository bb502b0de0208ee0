// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeLocale } from '../../lib/locale.ts';
import { DeflectionView } from './deflection-view.tsx';

const counts = { offers: 10, opened: 4, solved: 1, caseOpened: 6, rate: 0.1, low: 0.0179, high: 0.4042 };

function answering(body: object): void {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DeflectionView />
    </QueryClientProvider>,
  );
}
beforeEach(() => changeLocale('en'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('gives the rate with its interval, and says when there is too little behind it', async () => {
  answering({ ...counts, months: [{ ...counts, month: '2026-11' }] });
  expect((await screen.findAllByText('10.0%')).length).toBe(2);
  expect(screen.getByText('95% interval 1.8% – 40.4% · n = 10')).toBeTruthy();
  expect(screen.getByText('Too few')).toBeTruthy();
});

it('says so when nothing was shown yet', async () => {
  answering({ offers: 0, opened: 0, solved: 0, caseOpened: 0, rate: null, low: null, high: null, months: [] });
  expect(await screen.findByText('No suggestions shown yet')).toBeTruthy();
});
