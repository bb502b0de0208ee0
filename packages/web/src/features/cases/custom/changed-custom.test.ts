import { expect, it } from 'vitest';
import { changedCustom } from './changed-custom.ts';

it('sends what differs, an emptied value as null, and nothing that only looks different', () => {
  const before = { serial: 'A-1', halls: ['north'], insured: false };
  expect(changedCustom(before, { serial: '', halls: ['north'], insured: true, room: undefined })).toEqual({ serial: null, insured: true });
  expect(changedCustom(before, { ...before, room: '', floors: [] })).toBeNull();
  expect(changedCustom({}, { floor: 0 })).toEqual({ floor: 0 });
});
