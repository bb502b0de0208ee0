import type { RecordMeasure } from '@zhiheng/contract/measurement/imports';
import type { IndicatorRecord } from '../load-indicators.ts';
import { unitFactor } from '../values.rules.ts';
import { bracketOf, plainName } from './column-names.rules.ts';
import type { ColumnGuess } from '../../../platform/table-files/describe-columns.rules.ts';
import synonyms from './synonyms.json' with { type: 'json' };
import { unitOf } from './unit-words.rules.ts';

interface Rule {
  readonly indicators: readonly string[];
  readonly kind: string;
  readonly limit?: number;
  readonly column?: readonly string[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly when?: readonly string[];
}

const most = 40;

/** Measures that the columns offer for indicators that exist: by what the trade calls its columns, then by code or name. */
export function guessMeasures(columns: readonly ColumnGuess[], indicators: readonly IndicatorRecord[]): RecordMeasure[] {
  const observed = indicators.filter(({ measure }) => measure !== 'formula');
  const byCode = new Map(observed.map((indicator) => [indicator.code, indicator]));
  const known = (synonyms.measures as readonly Rule[]).flatMap((rule) => {
    const indicator = rule.indicators.map((code) => byCode.get(code)).find((candidate) => candidate !== undefined);
    const measure = indicator === undefined ? null : byRule(rule, indicator, columns);
    return measure === null ? [] : [measure];
  });
  const taken = new Set(known.map(({ indicator }) => indicator));
  const named = observed.filter(({ code }) => !taken.has(code)).flatMap((indicator) => byName(indicator, columns) ?? []);
  return [...known, ...named].slice(0, most);
}

function byRule(rule: Rule, indicator: IndicatorRecord, columns: readonly ColumnGuess[]): RecordMeasure | null {
  if (rule.kind === 'rows') return pick(columns, rule.when) === null ? null : { kind: 'rows', indicator: indicator.code };
  if (rule.kind === 'duration') return ofTimes(rule, indicator, columns);
  const column = pick(columns, rule.column);
  const guess = columns.find(({ name }) => name === column);
  if (guess === undefined) return null;
  if (rule.kind === 'above')
    return indicator.measure === 'share' ? { kind: 'above', indicator: indicator.code, column: guess.name, limit: rule.limit ?? 0 } : null;
  return ofColumn(indicator, guess);
}

function ofTimes(rule: Rule, indicator: IndicatorRecord, columns: readonly ColumnGuess[]): RecordMeasure | null {
  const [from, to] = [pick(columns, rule.from, 'time'), pick(columns, rule.to, 'time')];
  return from === null || to === null || indicator.measure !== 'duration'
    ? null
    : { kind: 'duration', indicator: indicator.code, from, to };
}

function byName(indicator: IndicatorRecord, columns: readonly ColumnGuess[]): RecordMeasure[] | null {
  const names = new Set([indicator.code, indicator.name.zh, indicator.name.en].map(plainName));
  const guess = columns.find(({ name }) => names.has(plainName(name)));
  const measure = guess === undefined ? null : ofColumn(indicator, guess);
  return measure === null ? null : [measure];
}

/** How a column can feed an indicator; null when it holds something else. */
function ofColumn(indicator: IndicatorRecord, { name, holds, example }: ColumnGuess): RecordMeasure | null {
  const base = { indicator: indicator.code, column: name };
  if (indicator.measure === 'share') return holds === 'yes-no' ? { kind: 'yes-no', ...base } : null;
  if (holds !== 'number' && !(holds === 'yes-no' && /^[01]$/.test(example))) return null;
  const unit = unitOf(bracketOf(name) ?? '');
  return unit !== undefined && unit !== indicator.unit && unitFactor(indicator, unit) !== null
    ? { kind: 'number', ...base, unit }
    : { kind: 'number', ...base };
}

/** The first column that one of these words names. */
function pick(columns: readonly ColumnGuess[], words: readonly string[] = [], holds?: ColumnGuess['holds']): string | null {
  for (const word of words.map(plainName)) {
    const found = columns.find((column) => plainName(column.name) === word && (holds === undefined || column.holds === holds));
    if (found !== undefined) return found.name;
  }
  return null;
}
