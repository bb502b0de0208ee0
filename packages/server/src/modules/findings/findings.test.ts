import { describe, expect, test } from 'vitest';
import { createCampaign, createFinding } from '@zhiheng/contract/campaigns/campaigns';
import * as api from '@zhiheng/contract/findings/findings';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic, clinicCard, clinicSamples, observe } from '../evaluation/evaluation.factory.ts';
import * as rules from '@zhiheng/contract/findings/rules';
import * as priority from '@zhiheng/contract/findings/priority';
import { createScorecard } from '@zhiheng/contract/evaluation/scores';
import { lookForFindings, openFinding, setFindingState } from './index.ts';

const server = useTestServer();
const title = { zh: '等待时间过长', en: 'Waiting takes too long' };
const nowhere = { serviceId: null, teamId: null, siteId: null, segmentId: null };
const figure = (period: string): api.EvidenceFigure => ({
  ...{ indicator: 'wait', name: title, period, from: null, to: null, slice: nowhere, value: 52.5, n: 120, interval: [48, 57], target: 30 },
  ...{ unit: 'min', decimals: 0, asOf: '2024-04-01T00:00:00.000Z', href: '/app/indicators/wait?period=2024-03' },
});
const gap = (period: string) => ({
  ...{ title, severity: 'medium' as const, source: 'gap' as const, indicator: 'wait' },
  evidence: [{ kind: 'figure' as const, figure: figure(period) }],
});
const open = (org: TestOrganisation, body: object) => org.call(api.openFindingByHand, { body: { title, severity: 'low', ...body } });
const get = (org: TestOrganisation, id: string) => org.call(api.getFinding, { params: { id } });
const list = async (org: TestOrganisation, query: object = {}) => (await org.call(api.listFindings, { query })).items;
const clinic = async () => {
  const org = await newOrganisation(server);
  await org.inside(buildClinic);
  return org;
};

describe('the register', () => {
  test('a finding is one: seen again it takes the evidence, the same evidence again changes nothing, closed it returns', async () => {
    const org = await clinic();
    const first = await open(org, gap('2024-03'));
    expect(first).toMatchObject({ number: 'F-00001', outcome: 'opened' });
    expect(await open(org, gap('2024-03'))).toEqual({ ...first, outcome: 'known' });
    expect(await open(org, { ...gap('2024-04'), severity: 'high' })).toEqual({ ...first, outcome: 'merged' });
    const merged = await get(org, first.id);
    expect(merged).toMatchObject({ times: 2, severity: 'high', reopened: 0 });
    expect(merged.evidence.map((each) => each.figure)).toEqual([figure('2024-04'), figure('2024-03')]);
    await org.call(api.moveFinding, { params: { id: first.id }, body: { version: merged.version, state: 'closed', reason: '已解决' } });
    expect(await open(org, gap('2024-04'))).toMatchObject({ outcome: 'known' });
    expect(await get(org, first.id)).toMatchObject({ state: 'closed', reason: '已解决', closedBy: 'Ada' });
    expect(await open(org, gap('2024-05'))).toMatchObject({ outcome: 'reopened' });
    expect(await get(org, first.id)).toMatchObject({ state: 'open', times: 3, reopened: 1, closedAt: null });
    const types = (await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('finding.'));
    expect(types).toEqual(['finding.opened', 'finding.merged', 'finding.closed', 'finding.reopened']);
    expect((await get(org, first.id)).history.map(({ type }) => type)).toEqual(types.toReversed());
  });

  test('two at the same time are still one', async () => {
    const org = await clinic();
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, month) => open(org, gap(`2024-0${month + 1}`))));
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(await list(org)).toMatchObject([{ times: 6 }]);
  });

  test('what was dismissed stays dismissed and is counted; closing and dismissing need a reason', async () => {
    const org = await clinic();
    const { id } = await open(org, gap('2024-03'));
    const refused = await org.refusal(api.moveFinding, { params: { id }, body: { version: 1, state: 'dismissed', reason: ' ' } });
    expect(refused.errors).toMatchObject([{ path: 'reason', code: 'required' }]);
    await org.call(api.moveFinding, { params: { id }, body: { version: 1, state: 'dismissed', reason: '统计口径' } });
    expect(await open(org, gap('2024-04'))).toMatchObject({ outcome: 'merged' });
    expect(await get(org, id)).toMatchObject({ state: 'dismissed', times: 2 });
    expect((await org.refusal(api.moveFinding, { params: { id }, body: { version: 1, state: 'open' } })).code).toBe('changed_meanwhile');
  });

  test('is classified, given an owner and a day, and the log says what changed', async () => {
    const org = await clinic();
    const { id } = await open(org, {});
    const body = { version: 1, kind: 'process', ownerId: org.accountId, dueOn: '2020-01-31' } as const;
    expect(await org.call(api.updateFinding, { params: { id }, body })).toMatchObject({ owner: 'Ada', overdue: true, version: 2 });
    const [event] = await eventsOf(org, 'finding.changed');
    expect(event?.data).toMatchObject({ kind: { from: null, to: 'process' }, dueOn: { to: '2020-01-31' } });
    const unknown = await org.refusal(api.updateFinding, { params: { id }, body: { version: 2, ownerId: newId() } });
    expect(unknown.errors).toMatchObject([{ path: 'ownerId', code: 'unknown_account' }]);
    expect(await org.call(api.countFindings)).toEqual({
      ...{ active: 1, overdue: 1, mine: 1, unclassified: 0 },
      states: { open: 1, analysing: 0, improving: 0, verifying: 0, closed: 0, dismissed: 0 },
    });
  });

  test('two that turn out to be the same become one, and the other says where it went', async () => {
    const org = await clinic();
    const kept = await open(org, gap('2024-03'));
    const other = await open(org, { title: { zh: '排队', en: 'Queues' }, evidence: [{ kind: 'note', note: '现场看到排队' }] });
    const merged = await org.call(api.mergeFindings, { params: { id: kept.id }, body: { version: 1, otherId: other.id } });
    expect(merged).toMatchObject({ times: 2 });
    expect(merged.evidence.map(({ kind }) => kind).sort()).toEqual(['figure', 'note']);
    expect(await get(org, other.id)).toMatchObject({ state: 'dismissed', mergedInto: { id: kept.id, number: kept.number } });
    expect(await list(org)).toHaveLength(1);
    const again = await org.refusal(api.mergeFindings, { params: { id: kept.id }, body: { version: 2, otherId: other.id } });
    expect(again).toMatchObject({ code: 'finding_merged', params: { name: kept.number } });
    const itself = await org.refusal(api.mergeFindings, { params: { id: kept.id }, body: { version: 2, otherId: kept.id } });
    expect(itself.errors).toMatchObject([{ path: 'otherId', code: 'same_finding' }]);
  });

  test('is searched, sorted, paged and exported', async () => {
    const org = await clinic();
    for (const [at, severity] of (['low', 'high', 'medium'] as const).entries())
      await open(org, { title: { zh: `第${at}个`, en: `No ${at}` }, severity });
    const bySeverity = await org.call(api.listFindings, { query: { order: 'severity', limit: 2 } });
    expect(bySeverity).toMatchObject({ total: 3, items: [{ severity: 'high' }, { severity: 'medium' }] });
    const rest = await org.call(api.listFindings, { query: { order: 'severity', limit: 2, cursor: bySeverity.next ?? '' } });
    expect(rest.items.map(({ severity }) => severity)).toEqual(['low']);
    expect(await list(org, { q: 'no 1' })).toHaveLength(1);
    expect(await list(org, { state: 'closed' })).toHaveLength(0);
    const { text, findings } = await org.call(api.exportFindings, { query: { severity: 'high', locale: 'en' } });
    expect(findings).toBe(1);
    expect(
      text
        .split('\r\n')
        .slice(0, 2)
        .map((line) => line.split(',').slice(0, 4)),
    ).toEqual([
      ['\uFEFFnumber', 'title', 'state', 'severity'],
      ['F-00002', 'No 1', 'open', 'high'],
    ]);
  });

  test('keeps evidence once, takes it away on record, and refuses a page outside the house', async () => {
    const org = await clinic();
    const { id } = await open(org, {});
    const note = { kind: 'note', note: '客户来电' } as const;
    const { evidence } = await org.call(api.addFindingEvidence, { params: { id }, body: note });
    expect(evidence).toMatchObject([{ label: { zh: '客户来电' }, by: 'Ada' }]);
    await org.call(api.removeFindingEvidence, { params: { id, evidenceId: evidence[0]?.id ?? '' } });
    expect((await eventsOf(org, 'finding.changed')).at(-1)?.data).toMatchObject({ gone: { note: '客户来电' } });
    const outside = { kind: 'file', label: title, href: '//evil.example' } as const;
    expect((await org.refusal(api.addFindingEvidence, { params: { id }, body: outside })).errors).toMatchObject([{ path: 'href' }]);
    const bare = await org.refusal(api.addFindingEvidence, { params: { id }, body: { kind: 'figure', label: title } });
    expect(bare.errors).toMatchObject([{ path: 'evidence.0.figure', code: 'required' }]);
  });

  test('other rooms open findings and move them', async () => {
    const org = await clinic();
    const { id } = await org.inside((operation) =>
      openFinding(operation, { title, source: 'suggestion', severity: 'low', key: 'x', evidence: [] }),
    );
    await org.inside((operation) => setFindingState(operation, id, { state: 'improving', reason: 'P-00001' }));
    expect(await get(org, id)).toMatchObject({ state: 'improving', reason: 'P-00001', source: 'suggestion' });
  });

  test('an organisation sees only its own', async () => {
    const [mine, other] = [await clinic(), await clinic()];
    const { id } = await open(mine, {});
    expect((await other.refusal(api.getFinding, { params: { id } })).code).toBe('not_found');
    expect(await list(other)).toEqual([]);
  });
});

describe('priority', () => {
  test('is the weighted mean of what is scored; the cost scores by its band; weights are versions', async () => {
    const org = await clinic();
    const [first, second] = [await open(org, {}), await open(org, { title: { zh: '二', en: 'Two' } })];
    const set = (id: string, body: object) =>
      org.call(priority.setFindingPriority, { params: { id }, body: { version: 1, scores: {}, costs: {}, ...body } });
    // By hand: (25·5 + 25·4 + 15·3) / 65 with a cost of 6,000, which lies in the third band.
    const scored = await set(first.id, {
      scores: { importance: 5, urgency: 4 },
      costs: { rework: { source: 'entered', quantity: 75, rate: 80, note: '返工' } },
    });
    expect(scored).toMatchObject({ costTotal: 6000, costScore: 3 });
    expect(scored.priority).toBeCloseTo(270 / 65, 10);
    await set(second.id, { scores: { feasibility: 5, importance: 4 } });
    const numbers = async () => (await org.call(priority.rankFindings)).items.map(({ number }) => number);
    // 4.375 of the second against 4.153 of the first
    expect(await numbers()).toEqual([second.number, first.number]);
    const model = await org.call(priority.getPriorityModel);
    const { setAt: _at, setBy: _by, ...definition } = model;
    const weights = { ...model.weights, feasibility: 0 };
    expect(await org.call(priority.setPriorityModel, { body: { ...definition, weights } })).toMatchObject({ version: 1, setBy: 'Ada' });
    expect(await numbers()).toEqual([first.number, second.number]);
    expect((await list(org, { order: 'rank' })).map(({ number }) => number)).toEqual([first.number, second.number]);
    expect((await org.refusal(priority.setPriorityModel, { body: { ...definition, weights } })).code).toBe('changed_meanwhile');
  });

  test('counts what the data say, and refuses to take over what they do not', async () => {
    const org = await clinic();
    const { id } = await open(org, {});
    const refused = await org.refusal(priority.setFindingPriority, {
      params: { id },
      body: { version: 1, scores: {}, costs: { complaints: { source: 'data' } } },
    });
    expect(refused.errors).toMatchObject([{ path: 'costs.complaints', code: 'not_counted' }]);
    const desk = await org.inside(async ({ db, orgId }) =>
      db.selectFrom('service').select('id').where('org_id', '=', orgId).executeTakeFirstOrThrow(),
    );
    const sliced = await open(org, { serviceId: desk.id });
    expect((await org.call(priority.getFindingPriority, { params: { id: sliced.id } })).counted.complaints).toMatchObject({
      ...{ quantity: 0, rate: 150, amount: 0, source: 'data' },
    });
  });

  test('stands beside the free hours of teams', async () => {
    const org = await clinic();
    const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: { zh: '服务台', en: 'Desk' } } });
    await org.call(priority.setTeamCapacities, { body: { items: [{ teamId: team.id, hours: 40 }] } });
    expect((await org.call(priority.rankFindings)).capacities).toEqual([
      { teamId: team.id, team: { zh: '服务台', en: 'Desk' }, hours: 40 },
    ]);
  });
});

describe('rules', () => {
  const gapRule: rules.RuleOf<'gap'> = { source: 'gap', enabled: true, level: 'critical', months: 1, by: [] };
  const march = new Date('2024-04-02T00:00:00Z');

  async function measured(): Promise<TestOrganisation> {
    const org = await clinic();
    await org.inside((operation) => observe(operation, clinicSamples));
    await org.call(createScorecard, { body: clinicCard });
    return org;
  }

  test('a month that surely misses its limit becomes a finding once, with the figure as it stood', async () => {
    const org = await measured();
    await org.call(rules.setFindingRules, { body: { items: [{ ...gapRule, level: 'target' }] } });
    await lookForFindings(server.root, march);
    const found = await list(org);
    // March: 260 of 300 on time is 86.7 % [82.4, 90.1], all below 95; complaints 15 per 10,000 above 10, which has no interval.
    expect(found.map(({ indicator, severity }) => [indicator, severity]).sort()).toEqual([
      ['complaint_rate', 'low'],
      ['on_time', 'low'],
    ]);
    const onTime = await get(org, found.find(({ indicator }) => indicator === 'on_time')?.id ?? '');
    expect(onTime.evidence[0]?.figure).toMatchObject({ period: '2024-03', n: 300, target: 95, unit: '%' });
    expect(onTime.evidence[0]?.figure?.value).toBeCloseTo(86.667, 3);
    await lookForFindings(server.root, new Date(march.getTime() + 60_000));
    expect((await list(org)).map(({ times }) => times)).toEqual([1, 1]);
  });

  test('are tried without storing anything, also for slices, and say what is known already', async () => {
    const org = await measured();
    const tried = { items: [{ ...gapRule, level: 'warning' as const, by: ['site' as const] }] };
    const nothing = await org.call(rules.tryFindingRules, { body: { ...tried, months: 3 } });
    expect(nothing.sources).toEqual([{ source: 'gap', findings: 0, times: 0, items: [] }]);
    expect(await list(org)).toEqual([]);
    expect((await org.refusal(rules.setFindingRules, { body: { items: [gapRule, gapRule] } })).errors).toMatchObject([
      { path: 'items.1.source', code: 'duplicate' },
    ]);
  });

  test('findings of campaigns flow into the register with kind, owner and day', async () => {
    const org = await clinic();
    const name = { zh: '春季测评', en: 'Spring' };
    const campaign = await org.call(createCampaign, { body: { name, kind: 'quarterly', from: '2024-03', until: '2024-03' } });
    const written = { title: '等候区座椅不足', kind: 'resources', severity: 'high', ownerId: org.accountId, due: '2099-01-01' } as const;
    await org.call(createFinding, { params: { id: campaign.id }, body: written });
    const trial = await org.call(rules.tryFindingRules, { body: { items: [{ source: 'campaign', enabled: false }], months: 1 } });
    expect(trial.sources).toMatchObject([{ findings: 1, items: [{ isKnown: false }] }]);
    await lookForFindings(server.root, new Date(Date.now() + 1000));
    expect(await list(org)).toMatchObject([{ source: 'campaign', kind: 'resources', severity: 'high', owner: 'Ada', dueOn: '2099-01-01' }]);
    const known = await org.call(rules.tryFindingRules, { body: { items: [{ source: 'campaign', enabled: true }], months: 1 } });
    expect(known.sources).toMatchObject([{ findings: 1, items: [{ isKnown: true }] }]);
  });

  test('a source that is off opens nothing', async () => {
    const org = await measured();
    await org.call(rules.setFindingRules, { body: { items: [{ ...gapRule, level: 'target', enabled: false }] } });
    await lookForFindings(server.root, march);
    expect(await list(org)).toEqual([]);
    expect((await org.call(rules.listFindingRules)).items).toHaveLength(9);
  });
});
