import { expect, it } from 'vitest';
import { nextPage } from './next-page.ts';

it('goes back to where one came from', () => {
  expect(nextPage(`?next=${encodeURIComponent('/app/admin/users?q=li#x')}`)).toBe('/app/admin/users?q=li#x');
});

it.each(['', '?next=https://example.org', '?next=//example.org/app', '?next=/application', '?next=javascript:alert(1)'])(
  'never leads away: %s',
  (search) => {
    expect(nextPage(search)).toBe('/app/board');
  },
);
