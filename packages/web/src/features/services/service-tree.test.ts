import type { Service } from '@zhiheng/contract/catalog/services';
import { expect, it } from 'vitest';
import { serviceRows } from './service-tree.ts';

const service = (id: string, parentId: string | null): Service => ({
  id,
  code: id,
  name: { zh: id, en: id },
  type: 'support',
  description: { zh: '', en: '' },
  customers: null,
  ownerId: null,
  ownerName: null,
  teamId: null,
  teamName: null,
  channels: [],
  state: 'live',
  parentId,
  dependsOn: [],
  version: 1,
  updatedAt: '2026-11-21T00:00:00Z',
});
const catalogue = [
  service('desk', null),
  service('printing', 'desk'),
  service('network', null),
  service('lost', 'in-the-trash'),
  service('toner', 'printing'),
];
const shape = (rows: ReturnType<typeof serviceRows>) =>
  rows.map((row) => `${'-'.repeat(row.depth)}${row.service.id}${row.fits ? '' : '?'}`);
const all = () => true;

it('puts parts under their whole; what has lost its whole stands alone', () =>
  expect(shape(serviceRows(catalogue, { fits: all, folded: new Set() }))).toEqual(['desk', '-printing', '--toner', 'network', 'lost']));
it('brings the wholes of what fits along', () =>
  expect(shape(serviceRows(catalogue, { fits: ({ id }) => id === 'toner', folded: new Set() }))).toEqual([
    'desk?',
    '-printing?',
    '--toner',
  ]));
it('folds parts away and still counts them', () => {
  const [desk] = serviceRows(catalogue, { fits: all, folded: new Set(['desk']) });
  expect(desk?.children).toBe(1);
  expect(shape(serviceRows(catalogue, { fits: all, folded: new Set(['desk']) }))).toEqual(['desk', 'network', 'lost']);
});
