import { expect, test } from 'vitest';
import type { PackDemoStudy } from '@zhiheng/contract/packs/pack-fieldwork';
import { checkDemoFieldwork } from './demo-fieldwork.rules.ts';

const both = (words: string) => ({ zh: words, en: words });
const codeNamed = (code: string, parent?: string) => ({ code, name: both(code), meaning: both(''), ...(parent === undefined ? {} : { parent }) });
const units = {
  service: { kind: 'service', codes: new Set(['desk']) },
  site: { kind: 'site', codes: new Set(['north']) },
  segment: { kind: 'segment', codes: new Set(['retail']) },
} as const;

const session = (more: Partial<PackDemoStudy['sessions'][number]>): PackDemoStudy['sessions'][number] => ({
  ...{ days_ago: 3, site: 'north', place: '', participants: [{ label: 'P1', segment: 'retail' }], notes: 'It was slow.' },
  quotes: [{ text: 'slow', codes: ['waiting'], memo: '' }],
  ...more,
});
const study = (more: Partial<PackDemoStudy>): PackDemoStudy =>
  ({ service: 'desk', codes: [codeNamed('waiting'), codeNamed('queue', 'waiting')], sessions: [session({})], ...more }) as PackDemoStudy;
const flawsOf = (more: Partial<PackDemoStudy>) =>
  checkDemoFieldwork([study({}), study(more)], units).map(({ path, code, params }) => [path.join('.'), code, params]);

test('what studies of the demo name must be in the pack, or among their own codes', () => {
  expect(flawsOf({})).toEqual([]);
  expect(flawsOf({ service: 'dock' })).toEqual([['fieldwork.1.service', 'unknown_service', { code: 'dock' }]]);
  expect(flawsOf({ codes: [codeNamed('waiting', 'time')] })).toEqual([['fieldwork.1.codes.0.parent', 'unknown_field_code', { code: 'time' }]]);
  expect(flawsOf({ codes: [codeNamed('waiting'), codeNamed('waiting')] })).toEqual([
    ['fieldwork.1.codes.1.code', 'duplicate_code', { code: 'waiting' }],
  ]);
  expect(flawsOf({ codes: [codeNamed('waiting', 'queue'), codeNamed('queue', 'waiting')] }).length).toBeGreaterThan(0);
  expect(flawsOf({ sessions: [session({ site: 'south' })] })).toEqual([['fieldwork.1.sessions.0.site', 'unknown_site', { code: 'south' }]]);
  const stranger = session({ participants: [{ label: 'P1', segment: 'whole' }] });
  expect(flawsOf({ sessions: [stranger] })).toEqual([['fieldwork.1.sessions.0.participants.0.segment', 'unknown_segment', { code: 'whole' }]]);
  const coded = session({ quotes: [{ text: 'slow', codes: ['waiting', 'tempo'], memo: '' }] });
  expect(flawsOf({ sessions: [coded] })).toEqual([['fieldwork.1.sessions.0.quotes.0.codes.1', 'unknown_field_code', { code: 'tempo' }]]);
});
