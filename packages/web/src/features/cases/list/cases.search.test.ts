import { describe, expect, it } from 'vitest';
import { casesSearch, filterOf, isNarrowed, ownViews, searchOf } from './cases.search.ts';

const id = '019a0000-0000-7000-8000-000000000001';

describe('what an address asks for', () => {
  it('is open cases, unless it says otherwise', () => {
    expect(filterOf({})).toEqual({ open: true });
    expect(filterOf({ all: true, order: 'newest' })).toEqual({});
    expect(filterOf({ status: ['closed'] })).toEqual({ status: ['closed'] });
    expect(filterOf({ view: 'mine', assigneeId: ['me'], q: 'VPN' })).toEqual({ open: true, assigneeId: ['me'], q: 'VPN' });
  });
  it('survives rubbish: what does not fit is left out', () => {
    expect(casesSearch.parse({ view: 'x', type: ['fun'], due: 'yesterday', q: 'ok', teamId: [] })).toEqual({ q: 'ok' });
  });
});

it('a saved view and its address mean the same', () => {
  for (const filter of [{ open: true, teamId: [id] }, { status: ['closed' as const] }, { tag: ['vip'] }]) {
    const search = searchOf({ id, filter, order: 'updated' });
    expect(search.view).toBe(id);
    expect(filterOf(search)).toEqual(filter);
  }
});

it('knows what was narrowed beyond the tab', () => {
  expect(isNarrowed(ownViews.mine)).toBe(false);
  expect(isNarrowed(ownViews.all)).toBe(false);
  expect(isNarrowed({ ...ownViews.mine, q: 'VPN' })).toBe(true);
  expect(isNarrowed({ assigneeId: ['me'] })).toBe(true);
});
