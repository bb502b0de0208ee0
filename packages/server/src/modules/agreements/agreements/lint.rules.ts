import type { lintFinding } from '@zhiheng/contract/agreements/agreements';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { caseChannel, caseStatus, caseType, priority, severity } from '@zhiheng/contract/cases/case';
import { lintPolicy, type Policy, type PolicyFlaw, type Target } from '@zhiheng/sla-clock/policy';
import type { z } from 'zod';

export type Finding = z.infer<typeof lintFinding>;
type Row = AgreementDefinition['targets'][number];

/** What is known of the fields of a case. */
const vocabulary = {
  status: caseStatus.options,
  type: caseType.options,
  priority: priority.options,
  channel: caseChannel.options,
  severity: [...severity.options, null],
  'held-by': ['customer', 'team', 'supplier'],
  answered: [true, false],
} as const;

/** With these a clock could never be judged, or would be judged by what nobody meant. */
const faults: ReadonlySet<PolicyFlaw['code']> = new Set([
  'always-paused',
  'never-starts',
  'stops-at-start',
  'never-stops',
  'pause-never-ends',
  'unknown-value',
]);

export const fault = (code: string, where: string, params: Finding['params'] = {}): Finding => ({ severity: 'fault', code, where, params });

/** What is wrong with a definition or hardly meant, apart from whether what it names is there. `policy` is the same definition as the clock reads it. */
export function lintDefinition(definition: AgreementDefinition, policy: Policy): Finding[] {
  const { targets, scope } = definition;
  return [
    ...(targets.length === 0 ? [fault('no-targets', 'targets')] : []),
    ...lintScope(scope, 'scope'),
    ...lintPolicy({ ...policy, targets: [] }, vocabulary).map((flaw) => findingOf(flaw, 'closed')),
    ...targets.flatMap((row, index) => lintRow(row, `targets.${index}`)),
    ...policy.targets.flatMap((target, index) => lintCourse({ ...policy, targets: [target] }, target, `targets.${index}`)),
    ...hiddenRows(targets),
    ...lintActions(definition),
  ];
}

/** Starts, pauses, stops of one row. What belongs to all rows is told once, elsewhere. */
function lintCourse(policy: Policy, target: Target, where: string): Finding[] {
  const own = lintPolicy(policy, vocabulary).filter((flaw) => flaw.target !== null);
  return own.map((flaw) => {
    if ('pause' in flaw) return findingOf(flaw, `${where}.pauses.${target.pauses.findIndex(({ reason }) => reason === flaw.pause)}`);
    if ('step' in flaw) return findingOf(flaw, `${where}.steps.${target.steps.findIndex(({ id }) => id === flaw.step)}`);
    return findingOf(flaw, where);
  });
}

function findingOf({ code, ...flaw }: PolicyFlaw, where: string): Finding {
  const told = Object.entries(flaw).filter((entry): entry is [string, string] => entry[1] !== null);
  return { severity: faults.has(code) ? 'fault' : 'warning', code, where, params: Object.fromEntries(told) };
}

/** The clock tells pauses of one row apart by their reasons, and no more than so many of them. */
const mostPauses = 15;

function lintRow({ scope = {}, pauses, steps }: Row, where: string): Finding[] {
  return [
    ...lintScope(scope, `${where}.scope`),
    ...(pauses.length > mostPauses ? [fault('too-many-pauses', `${where}.pauses`, { most: mostPauses })] : []),
    ...repeated(pauses.map(({ reason }) => reason)).map((at) => fault('repeated-pause', `${where}.pauses.${at}`)),
    ...repeated(steps.map(({ id }) => id)).map((at) => fault('repeated-step', `${where}.steps.${at}`)),
  ];
}

const repeated = (words: readonly string[]): number[] => words.flatMap((word, at) => (words.indexOf(word) < at ? [at] : []));

const known = { type: caseType.options, priority: priority.options, channel: caseChannel.options } as const;

function lintScope(scope: AgreementDefinition['scope'], where: string): Finding[] {
  const empty = Object.entries(scope).filter(([, values]) => values.length === 0);
  const strange = Object.entries(known).flatMap(([field, options]) =>
    (scope[field as keyof typeof known] ?? [])
      .filter((value) => !(options as readonly string[]).includes(value))
      .map((value) => fault('unknown-value', `${where}.${field}`, { field, value })),
  );
  return [...empty.map(([field]) => fault('empty-scope', `${where}.${field}`)), ...strange];
}

/** Of several rows of one kind and one scope the first counts, the others never do. */
function hiddenRows(rows: readonly Row[]): Finding[] {
  const keys = rows.map(({ kind, scope = {} }) => `${kind} ${JSON.stringify(Object.entries(scope).sort(([a], [b]) => (a < b ? -1 : 1)))}`);
  return repeated(keys).map((at) => ({ severity: 'warning', code: 'row-never-counts', where: `targets.${at}`, params: {} }));
}

function lintActions({ actions, targets }: AgreementDefinition): Finding[] {
  const steps = new Set(targets.flatMap((row) => row.steps.map(({ id }) => id)));
  return actions.flatMap(({ stepId }, at) => (steps.has(stepId) ? [] : [fault('unknown-step', `actions.${at}`, { step: stepId })]));
}
