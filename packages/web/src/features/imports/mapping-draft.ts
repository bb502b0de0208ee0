import type { ImportMapping, RecordMeasure } from '@zhiheng/contract/measurement/imports';

export const subjectParts = ['service', 'team', 'site', 'segment'] as const;
export type SubjectPart = (typeof subjectParts)[number];
export type RowKind = ImportMapping['rows'];
export type MeasureKind = RecordMeasure['kind'];

export interface SubjectDraft {
  readonly kind: 'none' | 'fixed' | 'column';
  readonly code?: string | undefined;
  readonly column?: string | undefined;
  readonly createMissing: boolean;
}

/** A measure while it is being put together: the fields of all kinds, so that a change of kind loses nothing. */
export interface MeasureDraft {
  readonly kind: MeasureKind;
  readonly indicator?: string | undefined;
  readonly column?: string | undefined;
  readonly unit?: string | undefined;
  readonly yes: readonly string[];
  readonly limit?: number | undefined;
  readonly of?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A mapping while somebody works on it: everything may still be missing. */
export interface MappingDraft {
  readonly rows: RowKind;
  readonly time: {
    readonly column?: string | undefined;
    readonly grain: ImportMapping['time']['grain'];
    readonly dayOrder: ImportMapping['time']['dayOrder'];
  };
  readonly timeZone: string;
  readonly key: readonly string[];
  readonly subject: Readonly<Record<SubjectPart, SubjectDraft>>;
  readonly measures: readonly MeasureDraft[];
  readonly indicatorFrom: 'fixed' | 'column';
  readonly indicator?: string | undefined;
  readonly value?: string | undefined;
  readonly n?: string | undefined;
  readonly unit?: string | undefined;
}

const noSubject: SubjectDraft = { kind: 'none', createMissing: false };

export const emptyDraft: MappingDraft = {
  rows: 'records',
  time: { grain: 'instant', dayOrder: 'day-first' },
  timeZone: 'UTC',
  key: [],
  subject: { service: noSubject, team: noSubject, site: noSubject, segment: noSubject },
  measures: [],
  indicatorFrom: 'column',
};

/** A finished mapping, opened for editing. */
export function draftOf(mapping: ImportMapping): MappingDraft {
  const base = {
    ...emptyDraft,
    rows: mapping.rows,
    time: mapping.time,
    timeZone: mapping.timeZone,
    key: mapping.key,
    subject: subjectsOf(mapping.subject),
  };
  if (mapping.rows !== 'observations') return { ...base, measures: mapping.measures.map(measureDraftOf) };
  const { indicator, value, n, unit } = mapping;
  return {
    ...base,
    indicatorFrom: indicator.kind,
    indicator: indicator.kind === 'fixed' ? indicator.code : indicator.column,
    value,
    n,
    unit,
  };
}

function subjectsOf(subject: ImportMapping['subject']): Record<SubjectPart, SubjectDraft> {
  const draft = (part: SubjectPart): SubjectDraft => ({ ...noSubject, ...subject[part] });
  return { service: draft('service'), team: draft('team'), site: draft('site'), segment: draft('segment') };
}

function measureDraftOf(measure: RecordMeasure): MeasureDraft {
  return { ...measure, yes: measure.kind === 'yes-no' ? (measure.yes ?? []) : [] };
}

/** What keeps a draft from being a mapping. */
export type Missing =
  | { readonly what: 'time' | 'key' | 'measure' | 'indicator' | 'value' }
  | { readonly what: 'measure-part'; readonly index: number }
  | { readonly what: 'subject'; readonly part: SubjectPart };

export function missingIn(draft: MappingDraft): Missing[] {
  const missing: Missing[] = [];
  if (draft.time.column === undefined) missing.push({ what: 'time' });
  if (draft.rows === 'events' && draft.key.length === 0) missing.push({ what: 'key' });
  for (const part of subjectParts) if (!hasSubject(draft.subject[part])) missing.push({ what: 'subject', part });
  return [...missing, ...(draft.rows === 'observations' ? missingInObservations(draft) : missingInMeasures(draft))];
}

const hasSubject = (subject: SubjectDraft): boolean =>
  subject.kind === 'none' || (subject.kind === 'fixed' ? subject.code : subject.column) !== undefined;

function missingInObservations(draft: MappingDraft): Missing[] {
  const missing: Missing[] = [];
  if (draft.indicator === undefined) missing.push({ what: 'indicator' });
  if (draft.value === undefined) missing.push({ what: 'value' });
  return missing;
}

function missingInMeasures(draft: MappingDraft): Missing[] {
  if (draft.measures.length === 0) return [{ what: 'measure' }];
  return draft.measures.flatMap((measure, index) => (measureOf(measure) === null ? [{ what: 'measure-part' as const, index }] : []));
}

/** The mapping that the server takes, or null while something is missing. */
export function mappingOf(draft: MappingDraft): ImportMapping | null {
  const { column } = draft.time;
  if (column === undefined || missingIn(draft).length > 0) return null;
  const base = { time: { ...draft.time, column }, timeZone: draft.timeZone, key: [...draft.key], subject: subjectOf(draft) };
  if (draft.rows !== 'observations')
    return { rows: draft.rows, ...base, measures: draft.measures.map(measureOf).filter((measure) => measure !== null) };
  if (draft.indicator === undefined || draft.value === undefined) return null;
  return {
    rows: 'observations',
    ...base,
    indicator: draft.indicatorFrom === 'fixed' ? { kind: 'fixed', code: draft.indicator } : { kind: 'column', column: draft.indicator },
    value: draft.value,
    ...(draft.n === undefined ? {} : { n: draft.n }),
    ...(draft.unit === undefined ? {} : { unit: draft.unit }),
  };
}

function subjectOf(draft: MappingDraft): ImportMapping['subject'] {
  const subject: ImportMapping['subject'] = {};
  for (const part of subjectParts) {
    const { kind, code, column, createMissing } = draft.subject[part];
    if (kind === 'fixed' && code !== undefined) subject[part] = { kind, code };
    if (kind === 'column' && column !== undefined) subject[part] = { kind, column, createMissing };
  }
  return subject;
}

type Builder = (measure: MeasureDraft, indicator: string) => RecordMeasure | null;
const builders: Record<MeasureKind, Builder> = {
  number: ({ column, unit }, indicator) => (column === undefined ? null : { kind: 'number', indicator, column, ...(unit ? { unit } : {}) }),
  'yes-no': ({ column, yes }, indicator) =>
    column === undefined ? null : { kind: 'yes-no', indicator, column, ...(yes.length > 0 ? { yes: [...yes] } : {}) },
  above: ({ column, limit }, indicator) =>
    column === undefined || limit === undefined ? null : { kind: 'above', indicator, column, limit },
  share: ({ column, of }, indicator) => (column === undefined || of === undefined ? null : { kind: 'share', indicator, column, of }),
  duration: ({ from, to }, indicator) => (from === undefined || to === undefined ? null : { kind: 'duration', indicator, from, to }),
  rows: (_measure, indicator) => ({ kind: 'rows', indicator }),
};

export const measureOf = (measure: MeasureDraft): RecordMeasure | null =>
  measure.indicator === undefined ? null : builders[measure.kind](measure, measure.indicator);

/** The indicators that a mapping feeds; a column may name any, so there they are not known beforehand. */
export function indicatorsOf(mapping: ImportMapping): string[] {
  if (mapping.rows === 'observations') return mapping.indicator.kind === 'fixed' ? [mapping.indicator.code] : [];
  return [...new Set(mapping.measures.map((measure) => measure.indicator))];
}
