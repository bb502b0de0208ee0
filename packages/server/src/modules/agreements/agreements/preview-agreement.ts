import type { previewAgreement as endpoint } from '@zhiheng/contract/agreements/agreements';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { compileCalendar } from '@zhiheng/sla-clock/calendar';
import { compileAgreements, type CaseFields } from '@zhiheng/sla-clock/clock';
import { scopeHolds } from '@zhiheng/sla-clock/policy';
import type { Call } from '../../../platform/operation.ts';
import { calendarOf, policyOf, type PublishedVersion } from '../policy-of.ts';
import { readCalendars } from '../read-agreements-in-force.ts';
import { instantOf } from './instant-of.ts';
import { lintReferences } from './lint-references.ts';
import { fault, lintDefinition } from './lint.rules.ts';
import { previewClocks, type NewCase } from './preview-clocks.ts';
import { readAgreement } from './select-agreements.ts';

type Body = Parsed<typeof endpoint>['body'];
type Answer = Reply<typeof endpoint>;

/** Checks a draft, and says when a case opened now would be due by it alone. A draft with a fault promises nothing. */
export async function previewAgreement(call: Call, { body }: Parsed<typeof endpoint>): Promise<Answer> {
  const example = exampleOf(body.example, call.now);
  const draft = await draftOf(call, body);
  const policy = policyOf(draft);
  const findings = [...lintDefinition(body.definition, policy), ...(await lintReferences(call, body.definition))];
  const applies = scopeHolds(policy.scope, (field) => example.fields[field] ?? null);
  if (!applies || findings.some(({ severity }) => severity === 'fault')) return { findings, applies, targets: [] };
  const [calendar] = await readCalendars(call, [policy.calendar]);
  if (calendar === undefined) return { findings: [...findings, fault('unknown-calendar', 'calendarId')], applies, targets: [] };
  const year = example.openedAt.getUTCFullYear();
  const compiled = compileCalendar(calendarOf(calendar.id, calendar.version, calendar.definition), {
    from: `${year}-01-01`,
    to: `${year + 1}-01-01`,
  });
  return { findings, applies, targets: await previewClocks(call, compileAgreements([policy], [compiled]), example) };
}

const unnamed = { zh: '草稿', en: 'Draft' };

async function draftOf(call: Call, { agreementId, kind, definition }: Body): Promise<PublishedVersion> {
  const known = agreementId === undefined ? null : await readAgreement(call, agreementId);
  const { id = 'draft', name = unnamed, teamId = 'draft', supplierId = 'draft', version = 0 } = known ?? {};
  return { id, name, kind, teamId, supplierId, version: version + 1, effectiveFrom: new Date(0), definition };
}

/** The fields that were given; those that a case lacks are absent. */
export function exampleOf({ openedAt, fields }: Body['example'], now: Date): NewCase {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const named: CaseFields = Object.fromEntries(given);
  return { openedAt: openedAt === undefined ? now : instantOf(openedAt, 'example.openedAt'), fields: named };
}
