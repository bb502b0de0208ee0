import { expect, test } from 'vitest';
import { generateCustomers } from './generate-customers.rules.ts';

const now = new Date('2026-11-21T00:00:00Z');
const plan = {
  people: 200,
  organisations: ['甲公司', '乙公司'],
  annual_value: { median: 1000, spread: 0.5 },
  attributes: [{ name: 'vip', value: true, share: 0.3, kind: 'person' as const }],
};

test('the same customers each time, none with the name or code of another', () => {
  const customers = generateCustomers('telecom', plan, now);
  expect(generateCustomers('telecom', plan, now)).toEqual(customers);
  expect(generateCustomers('catering', plan, now)).not.toEqual(customers);
  expect(customers).toHaveLength(202);
  expect(new Set(customers.map(({ code }) => code)).size).toBe(202);
  expect(new Set(customers.map(({ name }) => name)).size).toBe(202);
});

test('values lie around their median, attributes are given to their share', () => {
  const customers = generateCustomers('telecom', plan, now);
  const values = customers.slice(0, 200).map(({ annualValue }) => annualValue ?? 0);
  const middle = values.toSorted((a, b) => a - b)[100] ?? 0;
  expect(middle).toBeGreaterThan(850);
  expect(middle).toBeLessThan(1150);
  const share = customers.filter(({ attributes }) => attributes?.vip === true).length / 200;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.4);
  expect(customers.slice(200).every(({ attributes, contacts }) => attributes?.vip === undefined && contacts?.length === 1)).toBe(true);
  expect(customers.every(({ since }) => since !== null && since !== undefined && since <= '2026-11-21' && since > '2020-11-01')).toBe(true);
});
