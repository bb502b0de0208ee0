import { expect, test } from 'vitest';
import { createSealer } from './sealer.ts';

test('what is sealed shows nothing and comes back', () => {
  const sealer = createSealer(['a secret of this house']);
  const sealed = sealer.seal('hunter2 密码', 'org-1');
  expect(sealed).not.toContain('hunter2');
  expect(sealer.seal('hunter2 密码', 'org-1')).not.toBe(sealed);
  expect(sealer.unseal(sealed, 'org-1')).toBe('hunter2 密码');
});

test('moved elsewhere, changed or under another secret it does not open', () => {
  const sealer = createSealer(['a secret of this house']);
  const sealed = sealer.seal('hunter2', 'org-1');
  expect(sealer.unseal(sealed, 'org-2')).toBeNull();
  const at = sealed.length - 3;
  expect(sealer.unseal(sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1), 'org-1')).toBeNull();
  expect(createSealer(['another']).unseal(sealed, 'org-1')).toBeNull();
  for (const rubbish of ['', '.', 'a.b.c', `${sealed.split('.')[0] ?? ''}..`]) expect(sealer.unseal(rubbish, 'org-1')).toBeNull();
});

test('a new secret opens what the old one sealed, and seals anew', () => {
  const before = createSealer(['old']);
  const after = createSealer(['new', 'old']);
  const sealed = before.seal('hunter2', 'org-1');
  expect([after.unseal(sealed, 'org-1'), after.isOutdated(sealed)]).toEqual(['hunter2', true]);
  const renewed = after.seal('hunter2', 'org-1');
  expect([createSealer(['new']).unseal(renewed, 'org-1'), after.isOutdated(renewed)]).toEqual(['hunter2', false]);
});
