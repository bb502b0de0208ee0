import { expect, it } from 'vitest';
import type { Customer } from '@zhiheng/contract/customers/customers';
import { changesOf, newBodyOf, valuesOf } from './customer-values.ts';

const customer: Customer = {
  ...{ id: 'i', code: 'K-1', kind: 'person', name: '刘小洋', email: '', phone: '138', address: '', language: 'zh', note: '' },
  ...{ segmentId: 's', segmentName: { zh: '高', en: 'High' }, segmentBy: 'rule', annualValue: 5, since: '2024-02-29' },
  ...{ attributes: { city: '上海', seats: 12, vip: true }, contacts: [], masked: false, openCases: 0, version: 3, updatedAt: '' },
};

it('a form that nobody touched changes nothing', () => {
  const { kind, name, email, phone, address, language, annualValue, since, attributes, note, contacts } = customer;
  expect(changesOf(valuesOf(customer), false)).toEqual({
    ...{ kind, name, email, phone, address, language, annualValue, since, attributes, note, contacts },
    segmentId: null,
  });
});

it('a segment that the rules gave is not taken for a choice', () => {
  expect(valuesOf(customer).segmentId).toBeUndefined();
  expect(valuesOf({ ...customer, segmentBy: 'hand' }).segmentId).toBe('s');
});

it('masked values are not sent back', () => {
  const sent = changesOf(valuesOf({ ...customer, name: '刘*洋', phone: '***', masked: true }), true);
  expect(Object.keys(sent).toSorted()).toEqual(['annualValue', 'attributes', 'kind', 'language', 'segmentId', 'since']);
});

it('empty lines of contacts and attributes are left out, an empty code too', () => {
  const values = { ...valuesOf(customer), code: ' ', contacts: [{}, { name: '吴敏' }], attributes: [{}, { name: ' a ', value: '1.50' }] };
  expect(newBodyOf(values)).toMatchObject({
    contacts: [{ name: '吴敏', role: '', email: '', phone: '' }],
    attributes: { a: 1.5 },
  });
  expect(newBodyOf(values)).not.toHaveProperty('code');
});
