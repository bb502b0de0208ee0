import { expect, it } from 'vitest';
import { emptyCase } from '../fields/case-values.ts';
import { bodyOf, type NewCaseValues } from './new-case-body.ts';

const values = (overrides: Partial<NewCaseValues>): NewCaseValues => ({
  ...emptyCase,
  channel: 'phone',
  anonymous: false,
  subject: '等待过久',
  ...overrides,
});
const plain = { type: 'incident', channel: 'phone', priority: 'p3', subject: '等待过久', anonymous: false };

it('sends what was filled in, so that rules fill in the rest', () => {
  expect(bodyOf(values({}))).toEqual(plain);
  expect(bodyOf(values({ contactPhone: '13800002207' }))).toEqual({ ...plain, contactPhone: '13800002207' });
});

it('forgets complaint fields when it turns out to be no complaint', () => {
  expect(bodyOf(values({ type: 'complaint', cause: 'service', severity: 'major' }))).toMatchObject({ cause: 'service', severity: 'major' });
  expect(bodyOf(values({ type: 'question', cause: 'service', severity: 'major' }))).toEqual({ ...plain, type: 'question' });
});

it('names nobody in an anonymous report, and only there', () => {
  const named = { contactName: '刘洋', contactPhone: '138', contactEmail: 'a@b.cn', customerId: 'x', anonymous: true };
  expect(bodyOf(values({ ...named, type: 'adverse-event' }))).toEqual({ ...plain, type: 'adverse-event', anonymous: true });
  expect(bodyOf(values({ ...named, type: 'incident' }))).toMatchObject({ contactName: '刘洋', anonymous: false });
});
