import { sql } from 'kysely';
import Papa from 'papaparse';
import type { Reply } from '@zhiheng/contract/endpoint';
import { customerColumn, type Customer, type exportCustomers as endpoint } from '@zhiheng/contract/customers/customers';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { attributePrefix } from './customer-columns.rules.ts';
import { guardCell } from './csv-cell.rules.ts';
import { selectCustomers } from './select-customers.ts';

/** Personal values leave the house here: the log says who took them. */
export async function exportCustomers(call: Call): Promise<Reply<typeof endpoint>> {
  const customers = await selectCustomers(call, sql`true`, sql`order by c.code`);
  const segments = await call.db.selectFrom('segment').select(['id', 'code']).where('org_id', '=', call.orgId).execute();
  const codes = new Map(segments.map(({ id, code }) => [id, code]));
  const attributes = [...new Set(customers.flatMap((customer) => Object.keys(customer.attributes)))].sort();
  const fields = [...customerColumn.options, ...attributes.map((name) => `${attributePrefix}${name}`)];
  const data = customers.map((customer) => [...cellsOf(customer, codes), ...attributes.map((name) => customer.attributes[name] ?? '')]);
  const guarded = data.map((row) => row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : String(cell))));
  await recordEvent(call, {
    type: 'customers.exported',
    entity: { kind: 'organisation', id: call.orgId },
    data: { customers: customers.length },
  });
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  return { text: `\uFEFF${Papa.unparse({ fields, data: guarded })}\r\n`, customers: customers.length };
}

/** The segment stands in the file only where a person chose it: the rules find the others again. */
const cellsOf = (customer: Customer, segments: ReadonlyMap<string, string>) => [
  customer.code,
  customer.kind,
  customer.name,
  customer.email,
  customer.phone,
  customer.address,
  customer.language,
  customer.segmentBy === 'hand' ? (segments.get(customer.segmentId ?? '') ?? '') : '',
  customer.annualValue ?? '',
  customer.since ?? '',
  customer.note,
];
