import { describe, expect, it } from 'vitest';
import { uploadPack } from '@zhiheng/contract/packs/packs';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { fingerprint, smallPack, smallPackWith, type SmallFile } from './packs.factory.ts';

const server = useTestServer();

/** Refuses the files over HTTP and checks that nothing was loaded. */
async function refused(files: Record<string, string>) {
  const org = await newOrganisation(server);
  const before = await fingerprint(server, org.orgId);
  const problem = await org.refusal(uploadPack, { body: { files } });
  expect(problem).toMatchObject({ status: 422, code: 'pack_invalid' });
  expect(await fingerprint(server, org.orgId)).toEqual(before);
  return problem.errors;
}

interface Break {
  readonly what: string;
  readonly file: SmallFile;
  /** a passage of the small pack, and what stands there instead */
  readonly from: string;
  readonly to: string;
  /** text of the line that the mistake must name */
  readonly line: string;
  readonly code: string;
  readonly params?: object;
}

const organisation: Omit<Break, 'file'>[] = [
  {
    what: 'half a name',
    from: '{ zh: 北, en: North }',
    to: '{ zh: 北 }',
    line: 'code: north',
    code: 'required',
    params: { field: 'sites.0.name.en' },
  },
  { what: 'a code that is none', from: 'code: south', to: 'code: South Side', line: 'South Side', code: 'code' },
  {
    what: 'a code given twice',
    from: 'segments:',
    to: '  - { code: north, name: { zh: 又, en: Again } }\nsegments:',
    line: 'Again',
    code: 'duplicate_code',
  },
  {
    what: 'an unknown parent',
    from: 'parent: desk-team',
    to: 'parent: nobody',
    line: 'nobody',
    code: 'unknown_team',
    params: { code: 'nobody' },
  },
];
const services: Omit<Break, 'file'>[] = [
  { what: 'text that is no YAML', from: 'channels: [phone]', to: 'channels: [phone', line: 'state: live', code: 'yaml' },
  {
    what: 'an unknown field',
    from: 'state: live',
    to: 'state: live\n    status: x',
    line: 'status: x',
    code: 'unknown_field',
    params: { name: 'status' },
  },
  {
    what: 'a missing field',
    from: '    type: support\n',
    to: '',
    line: 'code: desk',
    code: 'required',
    params: { field: 'services.0.type' },
  },
  {
    what: 'an unknown team',
    from: 'team: desk-team',
    to: 'team: day-team',
    line: 'day-team',
    code: 'unknown_team',
    params: { code: 'day-team' },
  },
  {
    what: 'an unknown parent',
    from: 'parent: desk',
    to: 'parent: bureau',
    line: 'bureau',
    code: 'unknown_service',
    params: { code: 'bureau' },
  },
  { what: 'an unknown dependency', from: 'depends_on: [desk]', to: 'depends_on: [desk, bureau]', line: 'bureau', code: 'unknown_service' },
  {
    what: 'dependence on itself',
    from: 'depends_on: [desk]',
    to: 'depends_on: [night-desk]',
    line: 'depends_on',
    code: 'depends_on_itself',
  },
];
const indicators: Omit<Break, 'file'>[] = [
  {
    what: 'a value of the wrong kind',
    from: 'target: 5',
    to: 'target: five',
    line: 'five',
    code: 'invalid_type',
    params: { expected: 'number' },
  },
  { what: 'an unknown choice', from: 'measure: share', to: 'measure: part', line: 'measure: part', code: 'invalid_value' },
  { what: 'a benchmark without source', from: 'source: { zh: 报告, en: Report }, ', to: '', line: 'kind: industry', code: 'required' },
  { what: 'limits out of order, lower is better', from: 'warning: 10', to: 'warning: 3', line: 'warning: 3', code: 'limits_out_of_order' },
  { what: 'limits out of order, higher is better', from: 'target: 90', to: 'target: 70', line: 'warning: 80', code: 'limits_out_of_order' },
  { what: 'a critical limit above the warning', from: 'critical: 20', to: 'critical: 9', line: 'critical: 9', code: 'limits_out_of_order' },
  {
    what: 'a percentage above 100',
    from: 'target: 90',
    to: 'target: 190',
    line: '190',
    code: 'limit_not_a_percentage',
    params: { code: 'solved_rate' },
  },
  {
    what: 'an empty plausible range',
    from: 'plausible_max: 600',
    to: 'plausible_max: -1',
    line: 'plausible_max',
    code: 'plausible_range_empty',
  },
  { what: 'a duration in an unknown unit', from: 'unit: min', to: 'unit: mins', line: 'mins', code: 'not_a_duration_unit' },
  { what: 'a share in another unit', from: 'share\n    unit: "%"', to: 'share\n    unit: ppm', line: 'ppm', code: 'share_needs_percent' },
  { what: 'a count that is averaged', from: 'aggregate: sum', to: 'aggregate: mean', line: 'aggregate', code: 'count_needs_sum' },
  { what: 'no formula', from: '    formula: attained(wait_time)\n', to: '', line: 'measure: formula', code: 'formula_missing' },
  {
    what: 'a formula beside values',
    from: 'measure: share',
    to: 'formula: calls\n    measure: share',
    line: 'formula: calls',
    code: 'formula_not_allowed_here',
  },
  {
    what: 'a formula that does not parse',
    from: 'attained(wait_time)',
    to: 'attained(wait_time',
    line: 'attained',
    code: 'formula_syntax',
  },
  {
    what: 'an unknown function',
    from: 'attained(wait_time)',
    to: 'evil(wait_time)',
    line: 'evil',
    code: 'formula_unknown_function',
    params: { name: 'evil' },
  },
  {
    what: 'a formula over nothing',
    from: 'attained(wait_time)',
    to: 'waiting * 2',
    line: 'waiting',
    code: 'unknown_indicator',
    params: { code: 'waiting' },
  },
  { what: 'a circular formula', from: 'attained(wait_time)', to: 'calls_in_time + 1', line: 'calls_in_time + 1', code: 'formula_circular' },
];
const scorecards: Omit<Break, 'file'>[] = [
  {
    what: 'an unknown headline',
    from: 'solved_rate, calls_in_time',
    to: 'solved, calls_in_time',
    line: 'headline',
    code: 'unknown_indicator',
    params: { code: 'solved' },
  },
  {
    what: 'an unknown leaf',
    from: 'indicator: solved_rate',
    to: 'indicator: solved',
    line: 'indicator: solved',
    code: 'unknown_indicator',
  },
  {
    what: 'a leaf without indicator',
    from: 'weight: 1, indicator: solved_rate',
    to: 'weight: 1',
    line: 'code: solved',
    code: 'leaf_without_indicator',
  },
  {
    what: 'a branch with indicator',
    from: 'weight: 2\n',
    to: 'weight: 2\n        indicator: calls\n',
    line: 'indicator: calls',
    code: 'branch_with_indicator',
  },
  {
    what: 'a branch without name',
    from: '        name: { zh: 快, en: Speed }\n',
    to: '',
    line: 'code: speed',
    code: 'branch_without_name',
  },
  {
    what: 'a node given twice',
    from: 'code: in-time',
    to: 'code: waiting',
    line: 'calls_in_time }',
    code: 'duplicate_code',
    params: { code: 'waiting' },
  },
  {
    what: 'grades out of order',
    from: '    headline:',
    to: '    settings:\n      grades: { excellent: 80, good: 90, fair: 70, poor: 60 }\n    headline:',
    ...{ line: 'grades:', code: 'grades_out_of_order' },
  },
];
const demo: Omit<Break, 'file'>[] = [
  { what: 'an unknown site', from: 'site: south', to: 'site: east', line: 'east', code: 'unknown_site', params: { code: 'east' } },
  {
    what: 'an unknown indicator',
    from: 'indicator: calls',
    to: 'indicator: rings',
    line: 'rings',
    code: 'unknown_indicator',
    params: { code: 'rings' },
  },
  { what: 'a formula', from: 'indicator: calls', to: 'indicator: calls_in_time', line: 'calls_in_time', code: 'formula_indicator' },
  {
    what: 'a wrong distribution',
    from: 'share, yes: 0.9, of: 1',
    to: 'poisson, mean: 3',
    line: 'mean: 3',
    code: 'distribution_does_not_fit',
  },
  { what: 'a problem nowhere', from: 'where: { site: north }', to: 'where: {}', line: 'where', code: 'problem_nowhere' },
  { what: 'a problem in nothing', from: ', problem_factor: 3', to: '', line: 'problem:', code: 'problem_without_effect' },
];
const breaks: Break[] = [
  { what: 'a key given twice', file: 'pack.yaml', from: 'version: 1', to: 'version: 1\nversion: 2', line: 'version: 2', code: 'yaml' },
  ...organisation.map((one) => ({ ...one, file: 'organisation.yaml' as const })),
  ...services.map((one) => ({ ...one, file: 'services.yaml' as const })),
  ...indicators.map((one) => ({ ...one, file: 'indicators.yaml' as const })),
  ...scorecards.map((one) => ({ ...one, file: 'scorecards.yaml' as const })),
  ...demo.map((one) => ({ ...one, file: 'demo.yaml' as const })),
];

describe('a pack with a mistake is refused whole, by file and line', () => {
  it.each(breaks)('$file: $what', async ({ file, from, to, line, code, params = {} }) => {
    const files = smallPackWith(file, from, to);
    const number = (files[file] ?? '').split('\n').findIndex((text) => text.includes(line)) + 1;
    expect(number).toBeGreaterThan(0);
    const errors = await refused(files);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path: `${file}:${number}`, code, params: { file, line: number, ...params } });
  });

  it('parents that go round in a circle: everybody on it is named', async () => {
    const errors = await refused(smallPackWith('organisation.yaml', 'en: Desk team } }', 'en: Desk team }, parent: night-team }'));
    expect(errors.map((error) => `${error.path} ${error.code}`)).toEqual([
      'organisation.yaml:2 circular_parent',
      'organisation.yaml:3 circular_parent',
    ]);
  });

  it('a missing file and an unknown one', async () => {
    const { 'services.yaml': services, ...others } = smallPack;
    const errors = await refused({ ...others, 'service.yaml': services });
    expect(errors.map((error) => [error.path, error.code])).toEqual([
      ['services.yaml:1', 'missing_file'],
      ['service.yaml:1', 'unknown_file'],
    ]);
  });

  it('says every mistake at once, in all files', async () => {
    const files = { ...smallPackWith('indicators.yaml', 'unit: min', 'units: min'), 'pack.yaml': 'pack: Small' };
    const errors = await refused(files);
    expect(errors.map((error) => `${error.path} ${error.code}`)).toEqual([
      'pack.yaml:1 code',
      'pack.yaml:1 required',
      'pack.yaml:1 required',
      'pack.yaml:1 required',
      'indicators.yaml:2 required',
      'indicators.yaml:8 unknown_field',
    ]);
  });

  it('a text that would grow without end', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [pair[0], pair[1]])) {
      lines.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    const errors = await refused({ ...smallPack, 'pack.yaml': lines.join('\n') });
    expect(errors[0]).toMatchObject({ path: 'pack.yaml:1', code: 'yaml', params: { reason: 'too_many_aliases' } });
  });

  it('files that are empty, and names that are no files of ours', async () => {
    const errors = await refused({ ...smallPack, 'pack.yaml': '', '../../etc/passwd': 'x', __proto__: 'y' as never });
    expect(errors.map((error) => error.path)).toEqual(['../../etc/passwd:1', 'pack.yaml:1']);
  });
});
