import { importMapping, type ImportMapping } from '@zhiheng/contract/measurement/imports';
import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, indicatorsOf, mappingOf, missingIn } from './mapping-draft.ts';

const events: ImportMapping = importMapping.parse({
  rows: 'events',
  time: { column: 'opened_at', grain: 'instant', dayOrder: 'day-first' },
  timeZone: 'UTC',
  key: ['number'],
  subject: { service: { kind: 'fixed', code: 'service-desk' }, segment: { kind: 'column', column: 'priority', createMissing: true } },
  measures: [
    { kind: 'duration', indicator: 'incident_resolution_time', from: 'opened_at', to: 'resolved_at' },
    { kind: 'yes-no', indicator: 'sla_attainment', column: 'made_sla', yes: ['True'] },
    { kind: 'above', indicator: 'reopen_rate', column: 'reopen_count', limit: 0 },
    { kind: 'rows', indicator: 'incident_count' },
  ],
});
const observations: ImportMapping = importMapping.parse({
  rows: 'observations',
  time: { column: 'day', grain: 'day' },
  indicator: { kind: 'column', column: 'indicator' },
  value: 'value',
  n: 'n',
});

describe('a mapping and its draft', () => {
  it.each([
    ['events', events],
    ['observations', observations],
  ])('comes back unchanged: %s', (_name, mapping) => {
    expect(missingIn(draftOf(mapping))).toEqual([]);
    expect(mappingOf(draftOf(mapping))).toEqual(mapping);
  });
  it('says what is missing', () => {
    const draft = {
      ...emptyDraft,
      rows: 'events' as const,
      subject: { ...emptyDraft.subject, site: { kind: 'fixed' as const, createMissing: false } },
    };
    expect(missingIn(draft)).toEqual([{ what: 'time' }, { what: 'key' }, { what: 'subject', part: 'site' }, { what: 'measure' }]);
    expect(mappingOf(draft)).toBeNull();
  });
  it('points to the unfinished measure', () => {
    const draft = draftOf(events);
    const unfinished = { ...draft, measures: draft.measures.map((measure, i) => (i === 2 ? { ...measure, limit: undefined } : measure)) };
    expect(missingIn(unfinished)).toEqual([{ what: 'measure-part', index: 2 }]);
  });
  it('knows the indicators it feeds', () => {
    expect(indicatorsOf(events)).toEqual(['incident_resolution_time', 'sla_attainment', 'reopen_rate', 'incident_count']);
    expect(indicatorsOf(observations)).toEqual([]);
  });
});
