import { expect, it } from 'vitest';
import { changedValues, emptyCase } from './case-values.ts';

it('sends only what was changed, so that nobody is overwritten', () => {
  expect(changedValues(emptyCase, { ...emptyCase, priority: 'p1', tags: ['vip'] })).toEqual({ priority: 'p1', tags: ['vip'] });
  expect(changedValues(emptyCase, { ...emptyCase })).toEqual({});
});

it('knows an emptied choice from an emptied text', () => {
  const before = { ...emptyCase, severity: 'major' as const, remedy: '致歉' };
  const after = { severity: undefined, remedy: undefined } as unknown as Partial<typeof before>;
  expect(changedValues(before, after)).toEqual({ severity: null, remedy: '' });
});

it('leaves alone the fields that the form did not show', () => {
  expect(changedValues({ ...emptyCase, subject: '旧' }, { priority: 'p3' })).toEqual({});
});
