import type { z } from 'zod';
import type { caseChannel, CaseStatus, CaseType, priority } from '@zhiheng/contract/cases/case';
import type { ClockEvent } from '@zhiheng/sla-clock/clock';
import words from './presets/words.json' with { type: 'json' };
import { judgedByNow } from '../judging-agreements.ts';
import { findingOf, type Finding } from './finding.ts';
import type { ForeignCase } from './gather-cases.ts';
import { clean, Refused, StateReader, type MappingRules, type State } from './read-states.rules.ts';
import { readSayings } from './read-sayings.rules.ts';
import { isDone, lastResolution, settleResolution } from './settle-resolution.rules.ts';
import { tellHistory, type Constants, type History, type ImportedEntry } from './tell-history.rules.ts';

/** The row of a case. Instants in seconds. */
export interface ImportedRow {
  readonly type: CaseType;
  readonly subject: string;
  readonly description: string;
  readonly status: CaseStatus;
  readonly priority: z.infer<typeof priority>;
  readonly channel: z.infer<typeof caseChannel>;
  readonly service_id: string | null;
  readonly category_id: string | null;
  readonly customer_id: string | null;
  readonly segment_id: string | null;
  readonly contact_name: string;
  readonly contact_email: string;
  readonly contact_phone: string;
  readonly team_id: string | null;
  readonly assignee_id: string | null;
  readonly restricted: boolean;
  readonly custom: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly language: 'zh' | 'en';
  readonly opened_at: number;
  readonly first_replied_at: number | null;
  readonly resolved_at: number | null;
  readonly closed_at: number | null;
  readonly reopened: number;
  readonly last_from: 'customer' | 'team';
}

/** A case of another desk as it will stand here. */
export interface MappedCase {
  readonly kind: 'mapped';
  readonly key: string;
  readonly line: number;
  readonly row: ImportedRow;
  readonly events: readonly ClockEvent[];
  readonly entries: readonly ImportedEntry[];
  readonly findings: readonly Finding[];
  /** null where the file has no such column beside its history */
  readonly solved: { readonly history: number | null; readonly column: number | null } | null;
}

export type Mapped = MappedCase | { readonly kind: 'refused'; readonly finding: Finding };

export function mapCase(rules: MappingRules, of: ForeignCase): Mapped {
  try {
    return mapped(rules, of);
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', finding: error.finding };
    throw error;
  }
}

function mapped(rules: MappingRules, of: ForeignCase): MappedCase {
  const reader = new StateReader(rules, of);
  const last = of.states.at(-1);
  if (last === undefined) throw new RangeError('a case without rows');
  const openedAt = openingOf(reader, of);
  const column = reader.instant(last, 'resolvedAt');
  const told = reader.states(openedAt);
  const early = told.some(({ at }) => at < openedAt);
  if (early) reader.noted.push(findingOf('before_opening', of, {}));
  const states = withMoments(rules, { told, last, reader, openedAt, column });
  const sayings = readSayings(rules, { of, lastAt: states.at(-1)?.at ?? openedAt });
  const constants = constantsOf(rules, { of, reader, openedAt });
  const history = tellHistory(states, sayings, constants);
  if (of.repeated > 0) reader.noted.push(findingOf('repeated_number', of, { n: of.repeated + 1 }));
  const solved =
    rules.mapping.rows === 'cases' || rules.mapping.columns.resolvedAt === undefined ? null : { history: lastResolution(told), column };
  const row = rowOf(rules, { of, states, history, constants, column });
  const findings = [...reader.noted, ...differencesOf(of, solved)];
  return { kind: 'mapped', key: of.key, line: of.line, row, events: history.events, entries: history.entries, findings, solved };
}

function openingOf(reader: StateReader, of: ForeignCase): number {
  const given = of.states.map((row) => reader.instant(row, 'openedAt')).find((at) => at !== null);
  const first = given ?? of.states.reduce<number | null>((least, row) => earlier(least, reader.instant(row, 'at')), null);
  if (first === null) throw new Refused(findingOf('missing_opening', of));
  if (first < Date.UTC(1990, 0) / 1000)
    throw new Refused(findingOf('impossible_time', of, { value: new Date(first * 1000).toISOString(), column: 'openedAt' }));
  return first;
}

const earlier = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));

interface Told {
  readonly told: readonly State[];
  readonly last: ForeignCase['states'][number];
  readonly reader: StateReader;
  readonly openedAt: number;
  readonly column: number | null;
}

/** A history whose solution a column overrules, or one that is put together from the moments of a single row. */
function withMoments({ mapping }: MappingRules, { told, last, reader, openedAt, column }: Told): State[] {
  if (mapping.rows !== 'cases') {
    const overruled = mapping.resolution === 'column' && column !== null;
    return overruled ? settleResolution(told, Math.max(column, openedAt)) : [...told];
  }
  const [final] = told;
  if (final === undefined) return [];
  const opened: State = { ...final, at: openedAt, status: 'new' };
  const closedAt = reader.instant(last, 'closedAt');
  const moments = momentsOf(final, { openedAt, column, closedAt });
  return [opened, ...moments];
}

interface Moments {
  readonly openedAt: number;
  readonly column: number | null;
  readonly closedAt: number | null;
}

function momentsOf(final: State, { openedAt, column, closedAt }: Moments): State[] {
  const at = (moment: number): number => Math.max(openedAt, moment);
  if (!isDone(final)) return final.status === 'new' ? [] : [{ ...final, at: at(final.at) }];
  const resolved: State[] = column === null || final.status === 'cancelled' ? [] : [{ ...final, at: at(column), status: 'resolved' }];
  if (final.status === 'resolved') return resolved.length > 0 ? resolved : [{ ...final, at: at(final.at) }];
  const closing = Math.max(at(closedAt ?? final.at), resolved[0]?.at ?? openedAt);
  return [...resolved, { ...final, at: closing }];
}

interface Speaking {
  readonly of: ForeignCase;
  readonly reader: StateReader;
  readonly openedAt: number;
}

const channels = new Map(Object.entries(words.channels).flatMap(([channel, names]) => names.map((name) => [name, channel] as const)));

function constantsOf(
  { mapping, known }: MappingRules,
  { of, reader, openedAt }: Speaking,
): Constants & { channel: ImportedRow['channel'] } {
  const values = of.states[0]?.values ?? {};
  const customer = customerOf(known, values);
  const unknown = clean(values.customer);
  if (customer.customerId === null && unknown !== '') reader.noted.push(findingOf('unknown_customer', of, { value: unknown }));
  return {
    openedAt,
    repliedAt: of.states.map((row) => reader.instant(row, 'repliedAt')).find((at) => at !== null) ?? null,
    channel: channelOf(values),
    ...customer,
    marks: mapping.agreements === 'now' ? judgedByNow : {},
  };
}

// Only words of our own file stand behind the map.
const channelOf = ({ channel }: Values): ImportedRow['channel'] =>
  (channels.get(clean(channel).toLowerCase()) ?? 'import') as ImportedRow['channel'];

function customerOf(known: MappingRules['known'], { customer, contactEmail }: Values): Pick<Constants, 'customerId' | 'segmentId'> {
  const named = clean(customer) || clean(contactEmail);
  const found = named === '' ? undefined : known.customer(named);
  return { customerId: found?.id ?? null, segmentId: found?.segmentId ?? null };
}

type Values = ForeignCase['states'][number]['values'];

interface Written {
  readonly of: ForeignCase;
  readonly states: readonly State[];
  readonly history: History;
  readonly constants: ReturnType<typeof constantsOf>;
  readonly column: number | null;
}

function rowOf({ mapping }: MappingRules, { of, states, history, constants, column }: Written): ImportedRow {
  const final = states.at(-1);
  const values = of.states.at(-1)?.values ?? {};
  if (final === undefined) throw new RangeError('a case without a state');
  const overruled = mapping.rows !== 'cases' && mapping.resolution === 'column';
  const closedAt = closingOf(states, final);
  const isSolved = final.status === 'resolved' || final.status === 'closed';
  const solvedAt = isSolved ? (lastResolution(states) ?? closedAt) : null;
  return {
    ...{
      type: final.type,
      subject: subjectOf(of),
      description: (values.description ?? '').slice(0, 20_000),
      status: final.status,
      priority: final.priority,
    },
    ...{ channel: constants.channel, service_id: final.serviceId, category_id: final.categoryId, customer_id: constants.customerId },
    ...{ segment_id: constants.segmentId, contact_name: clean(values.contactName), contact_email: clean(values.contactEmail) },
    ...{
      contact_phone: clean(values.contactPhone),
      team_id: final.teamId,
      assignee_id: final.assigneeId,
      restricted: final.type === 'adverse-event',
    },
    ...{ custom: customOf(of, final), tags: tagsOf(values.tags), language: mapping.language, opened_at: constants.openedAt },
    ...{ first_replied_at: history.firstRepliedAt, resolved_at: overruled ? column : solvedAt, closed_at: closedAt },
    ...{ reopened: history.reopened, last_from: history.lastFrom },
  };
}

/** When the case came to its end; null while it has not. */
function closingOf(states: readonly State[], final: State): number | null {
  if (final.status !== 'closed' && final.status !== 'cancelled') return null;
  return states.findLast((state, at) => states[at - 1]?.status !== state.status)?.at ?? final.at;
}

const subjectOf = ({ key, states }: ForeignCase): string =>
  clean(states.findLast(({ values }) => clean(values.subject) !== '')?.values.subject) || key;

/** What the other desk called it, and whom it named that nobody here is. */
function customOf({ key }: ForeignCase, { teamId, teamName, assigneeId, assigneeName }: State): Record<string, string> {
  return {
    importedNumber: key,
    ...(teamId === null && teamName !== '' && { importedTeam: teamName }),
    ...(assigneeId === null && assigneeName !== '' && { importedAssignee: assigneeName }),
  };
}

const tagsOf = (text = ''): string[] =>
  [
    ...new Set(
      clean(text)
        .split(/[,;，、\s]+/)
        .filter((tag) => tag !== ''),
    ),
  ]
    .map((tag) => tag.slice(0, 50))
    .slice(0, 20);

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** To the minute: logs of other desks write no seconds. */
const minuteOf = (seconds: number): number => Math.floor(seconds / 60);

function differencesOf(of: ForeignCase, solved: MappedCase['solved']): Finding[] {
  if (solved === null) return [];
  const { history, column } = solved;
  if (history === null) return column === null ? [] : [findingOf('resolution_in_column_only', of, { column: isoOf(column) })];
  if (column === null) return [findingOf('resolution_in_history_only', of, { history: isoOf(history) })];
  if (minuteOf(history) === minuteOf(column)) return [];
  return [
    findingOf('resolution_differs', of, { history: isoOf(history), column: isoOf(column), minutes: minuteOf(history) - minuteOf(column) }),
  ];
}
