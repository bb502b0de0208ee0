import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Customer, importCustomers as endpoint, LineProblem } from '@zhiheng/contract/customers/customers';
import { sql } from 'kysely';
import { changesBetween } from '../../platform/changes-between.ts';
import { forbidden } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkLine, problemAt, type CheckedLine } from './check-line.rules.ts';
import { newCustomer, type CustomerFields } from './customer-row.ts';
import { isMasked } from './mask.rules.ts';
import { readLines } from './read-lines.rules.ts';
import { selectCustomers } from './select-customers.ts';
import { settable } from './update-customer.ts';
import { writeCustomers, type WrittenCustomer } from './write-customers.ts';

const mostProblems = 200;

export async function importCustomers(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  if (isMasked(call.actor)) throw forbidden('customers.personal');
  const { sound, problems } = await checkText(call, body.text);
  const plan = await planLines(call, sound);
  const allProblems = [...problems, ...plan.problems].toSorted((a, b) => a.line - b.line);
  const counts = {
    added: plan.write.filter(({ id }) => id === null).length,
    changed: plan.write.filter(({ id }) => id !== null).length,
    unchanged: plan.unchanged,
    refused: new Set(allProblems.map(({ line }) => line)).size,
  };
  if (!body.dryRun && plan.write.length > 0) {
    await writeCustomers(call, plan.write);
    await recordEvent(call, { type: 'customers.imported', entity: { kind: 'organisation', id: call.orgId }, data: counts });
  }
  return { ...counts, problems: allProblems.slice(0, mostProblems) };
}

interface CheckedText {
  readonly sound: readonly CheckedLine[];
  readonly problems: readonly LineProblem[];
}

/** Of lines with the same code the first counts. */
async function checkText(call: Call, text: string): Promise<CheckedText> {
  const { lines, problems } = readLines(text);
  const segments = await segmentsByCode(call);
  const codes = new Set<string>();
  const sound: CheckedLine[] = [];
  const refused = [...problems];
  for (const line of lines) {
    const result = checkLine(line, segments);
    if (result.kind === 'refused') refused.push(...result.problems);
    else if (codes.has(result.checked.code)) refused.push(problemAt(line, 'code', 'code_twice'));
    else {
      codes.add(result.checked.code);
      sound.push(result.checked);
    }
  }
  return { sound, problems: refused };
}

async function segmentsByCode({ db, orgId }: Call): Promise<Map<string, string>> {
  const rows = await db.selectFrom('segment').select(['code', 'id']).where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

interface ImportPlan {
  readonly write: readonly WrittenCustomer[];
  readonly unchanged: number;
  readonly problems: readonly LineProblem[];
}

async function planLines(call: Call, lines: readonly CheckedLine[]): Promise<ImportPlan> {
  const codes = JSON.stringify(lines.map(({ code }) => code));
  const among = sql`in (select jsonb_array_elements_text(${codes}::jsonb))`;
  await sql`select from customer where org_id = ${call.orgId} and code ${among} order by id for no key update`.execute(call.db);
  const standing = new Map((await selectCustomers(call, sql`c.code ${among}`)).map((customer) => [customer.code, customer]));
  const { rows } = await sql<{ code: string }>`
    select code from customer where org_id = ${call.orgId} and deleted_at is not null and code ${among}`.execute(call.db);
  const inTrash = new Set(rows.map(({ code }) => code));
  const plans = lines.map((line) => planLine(line, standing.get(line.code), inTrash));
  return {
    write: plans.flatMap((plan) => (plan.kind === 'write' ? [plan.customer] : [])),
    unchanged: plans.filter(({ kind }) => kind === 'unchanged').length,
    problems: plans.flatMap((plan) => (plan.kind === 'refused' ? [plan.problem] : [])),
  };
}

type LinePlan =
  | { readonly kind: 'write'; readonly customer: WrittenCustomer }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: LineProblem };

function planLine({ line, code, fields }: CheckedLine, before: Customer | undefined, inTrash: ReadonlySet<string>): LinePlan {
  if (inTrash.has(code)) return { kind: 'refused', problem: { line, column: 'code', code: 'in_trash', value: code } };
  if (before !== undefined) {
    const now = settable(before);
    const after = { ...now, ...fields, attributes: mergedAttributes(now.attributes, fields.attributes) };
    if (Object.keys(changesBetween(now, after)).length === 0) return { kind: 'unchanged' };
    return { kind: 'write', customer: { id: before.id, code, fields: after } };
  }
  const { name, kind } = fields;
  const missing = name === undefined ? 'name' : kind === undefined ? 'kind' : null;
  if (name === undefined || kind === undefined)
    return { kind: 'refused', problem: { line, column: missing, code: `wrong_${missing ?? ''}`, value: '' } };
  const attributes = mergedAttributes({}, fields.attributes);
  return { kind: 'write', customer: { id: null, code, fields: { ...newCustomer, ...fields, name, kind, attributes } } };
}

/** An empty cell takes an attribute away; attributes without a column stay. */
function mergedAttributes(now: CustomerFields['attributes'], given: CustomerFields['attributes'] = {}): CustomerFields['attributes'] {
  return Object.fromEntries(Object.entries({ ...now, ...given }).filter(([name, value]) => value !== null || given[name] === undefined));
}
