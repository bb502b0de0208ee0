import type { CaseStatus, CaseType, priority } from '@zhiheng/contract/cases/case';
import type { CaseColumn, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import type { z } from 'zod';
import { isBlank } from '../../../platform/table-files/blank.rules.ts';
import { readTime, type TimeForm } from '../../../platform/table-files/read-time.rules.ts';
import { findingOf, type Finding } from './finding.ts';
import type { ForeignCase, StateRow } from './gather-cases.ts';

type Priority = z.infer<typeof priority>;

/** Where names lead here; nothing for those that nobody bears. */
export interface Known {
  team(name: string): string | undefined;
  person(name: string): string | undefined;
  category(name: string): string | undefined;
  service(name: string): string | undefined;
  customer(name: string): { readonly id: string; readonly segmentId: string | null } | undefined;
}

/** How a case stood from a moment on. Instants in seconds. */
export interface State {
  readonly at: number;
  readonly line: number;
  readonly status: CaseStatus;
  readonly type: CaseType;
  readonly priority: Priority;
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  /** the team's name where nobody here bears it */
  readonly teamName: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string;
}

/** Why a case cannot be imported. */
export class Refused extends Error {
  constructor(readonly finding: Finding) {
    super(finding.code);
  }
}

export interface MappingRules {
  readonly mapping: CaseImportMapping;
  readonly time: TimeForm;
  readonly known: Known;
  /** seconds: nothing of a file happens later */
  readonly now: number;
}

interface Translation<T> {
  readonly line: number;
  readonly text: string | undefined;
  readonly found: T | undefined;
}

/** The states of a case, oldest first; what could not be translated is noted, a status or time refuses the case. */
export class StateReader {
  readonly #rules: MappingRules;
  readonly #of: ForeignCase;
  readonly noted: Finding[] = [];
  readonly #told = new Set<string>();

  constructor(rules: MappingRules, of: ForeignCase) {
    this.#rules = rules;
    this.#of = of;
  }

  /** Null for an empty cell. */
  instant(row: StateRow, column: CaseColumn): number | null {
    const text = row.values[column] ?? '';
    const time = readTime(text, this.#rules.time);
    if (time === 'blank') return null;
    const place = { line: row.line, key: this.#of.key };
    if (time === 'impossible') throw new Refused(findingOf('impossible_time', place, { value: text.slice(0, 100), column }));
    const seconds = Math.floor(time / 1000);
    if (seconds > this.#rules.now) throw new Refused(findingOf('future_time', place, { value: text.slice(0, 100), column }));
    return seconds;
  }

  /** `openedAt`: for rows that name no time of their own. */
  states(openedAt: number): State[] {
    const states = this.#of.states.map((row) => this.#stateOf(row, openedAt));
    return states.sort((a, b) => a.at - b.at);
  }

  #stateOf(row: StateRow, openedAt: number): State {
    const { values, line } = row;
    const teamName = clean(values.team);
    const assigneeName = clean(values.assignee);
    const { known, mapping } = this.#rules;
    return {
      at: this.instant(row, 'at') ?? openedAt,
      line,
      status: this.#statusOf(row),
      type: this.#noting('unknown_type', { line, text: values.type, found: wordIn(mapping.types, clean(values.type)) }) ?? mapping.type,
      priority:
        this.#noting('unknown_priority', { line, text: values.priority, found: wordIn(mapping.priorities, clean(values.priority)) }) ??
        'p3',
      categoryId: this.#noting('unknown_category', { line, text: values.category, found: known.category(clean(values.category)) }) ?? null,
      serviceId: this.#noting('unknown_service', { line, text: values.service, found: known.service(clean(values.service)) }) ?? null,
      teamId: known.team(teamName) ?? null,
      teamName,
      assigneeId: known.person(assigneeName) ?? null,
      assigneeName,
    };
  }

  #statusOf(row: StateRow): CaseStatus {
    const text = clean(row.values.status);
    if (text === '') return this.#statusOfMoments(row);
    const status = wordIn(this.#rules.mapping.statuses, text);
    if (status !== undefined) return status;
    throw new Refused(findingOf('unknown_status', { line: row.line, key: this.#of.key }, { value: text.slice(0, 100) }));
  }

  /** A file without statuses says by its times how far a case has come. */
  #statusOfMoments(row: StateRow): CaseStatus {
    if (this.instant(row, 'closedAt') !== null) return 'closed';
    if (this.instant(row, 'resolvedAt') !== null) return 'resolved';
    return this.instant(row, 'repliedAt') === null ? 'new' : 'open';
  }

  /** Notes a word without translation once per case. */
  #noting<T>(code: Finding['code'], { line, text, found }: Translation<T>): T | undefined {
    const word = clean(text);
    if (found !== undefined || word === '' || this.#told.has(`${code}/${word}`)) return found;
    this.#told.add(`${code}/${word}`);
    this.noted.push(findingOf(code, { line, key: this.#of.key }, { value: word.slice(0, 100) }));
    return found;
  }
}

/** The text of a cell; nothing for the signs by which programs say so. */
export function clean(text = ''): string {
  const trimmed = text.trim();
  return isBlank(trimmed) || trimmed === '?' ? '' : trimmed.slice(0, 200);
}

/** What a word of the file leads to. */
const wordIn = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;
