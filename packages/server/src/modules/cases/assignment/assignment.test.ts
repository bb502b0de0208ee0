import { expect, test } from 'vitest';
import type { AssignmentRule } from '@zhiheng/contract/cases/assignment';
import * as api from '@zhiheng/contract/cases/assignment';
import type { RuleTest } from '@zhiheng/contract/cases/rule-test';
import { changeCases, createCase, getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { createCaseCategory } from '@zhiheng/contract/cases/categories';
import { updateAccount } from '@zhiheng/contract/identity/accounts';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}名`, en: text });

const rule = (more: Partial<AssignmentRule>): AssignmentRule => ({
  ...{
    id: newId(),
    name: 'Rule',
    active: true,
    tests: [],
    teamId: null,
    person: { kind: 'nobody' },
    priority: null,
    tags: [],
    goOn: false,
  },
  ...more,
});
const complaint: RuleTest & { op: 'is' } = { op: 'is', field: 'type', values: ['complaint'] };

const newTeam = (org: TestOrganisation, code: string) =>
  org.call(createUnit, { params: { kind: 'teams' }, body: { code, name: named(code) } }).then(({ id }) => id);

async function agentIn(org: TestOrganisation, teamId: string, role = 'service-agent'): Promise<string> {
  const { id } = await org.call(getMe, {}, { cookie: await org.as(role) });
  await org.call(updateAccount, { params: { id }, body: { teams: [{ teamId, lead: false }] } });
  return id;
}

const setRules = (org: TestOrganisation, items: AssignmentRule[], version = 0) =>
  org.call(api.setAssignmentRules, { body: { version, items } });
const found = (org: TestOrganisation, id: string) => org.call(getCase, { params: { id } });

test('the first rule that holds gives team, tags and priority, and the thread says which one it was', async () => {
  const org = await newOrganisation(server);
  const [care, desk] = [await newTeam(org, 'care'), await newTeam(org, 'desk')];
  const vip = rule({
    name: 'VIP complaints',
    tests: [complaint, { op: 'contains', field: 'subject', values: ['vip'] }],
    teamId: care,
    priority: 'p2',
    tags: ['vip'],
  });
  await setRules(org, [rule({ active: false, teamId: desk, name: 'Off' }), vip, rule({ name: 'The rest', teamId: desk })]);
  const { id } = await org.call(createCase, { body: { type: 'complaint', subject: 'A VIP waits', tags: ['old'] } });
  const one = await found(org, id);
  expect(one).toMatchObject({ teamId: care, priority: 'p2', tags: ['old', 'vip'], assigneeId: null });
  expect(one.entries).toMatchObject([{ kind: 'change', authorKind: 'system' }]);
  expect(one.entries[0]?.changes).toContainEqual({ field: 'rule', from: null, to: 'VIP complaints' });
  expect(one.entries[0]?.changes).toContainEqual({ field: 'teamId', from: null, to: care });
  expect(await eventsOf(org, 'case.opened')).toMatchObject([{ data: { teamId: care, assignedBy: ['VIP complaints'] } }]);
  expect(await found(org, (await openOne(org)).id)).toMatchObject({ teamId: desk, priority: 'p3' });
});

test('what a person chose stays: team, assignee, and a priority that is more urgent', async () => {
  const org = await newOrganisation(server);
  const [care, desk] = [await newTeam(org, 'care'), await newTeam(org, 'desk')];
  await setRules(org, [rule({ teamId: care, priority: 'p2', person: { kind: 'account', accountId: await agentIn(org, care) } })]);
  const { id } = await openOne(org, { teamId: desk, assigneeId: org.accountId, priority: 'p1' });
  expect(await found(org, id)).toMatchObject({ teamId: desk, assigneeId: org.accountId, priority: 'p1' });
});

test('rules that go on add up: the first team counts, tags come together, the most urgent priority is taken', async () => {
  const org = await newOrganisation(server);
  const [care, desk] = [await newTeam(org, 'care'), await newTeam(org, 'desk')];
  await setRules(org, [
    rule({ teamId: care, tags: ['a'], priority: 'p2', goOn: true }),
    rule({ teamId: desk, tags: ['b'], priority: 'p1' }),
    rule({ tags: ['never'] }),
  ]);
  expect(await found(org, (await openOne(org)).id)).toMatchObject({ teamId: care, tags: ['a', 'b'], priority: 'p1' });
});

test('in turn: everybody of the team who may work gets as many, also when many open at once', async () => {
  const org = await newOrganisation(server);
  const team = await newTeam(org, 'desk');
  const people = [await agentIn(org, team), await agentIn(org, team), await agentIn(org, team)];
  await agentIn(org, team, 'auditor');
  await setRules(org, [rule({ teamId: team, person: { kind: 'in-turn' } })]);
  const opened = await Promise.all(Array.from({ length: 12 }, () => openOne(org)));
  const assignees = await Promise.all(opened.map(({ id }) => found(org, id).then(({ assigneeId }) => assigneeId)));
  for (const person of people) expect(assignees.filter((one) => one === person)).toHaveLength(4);
});

test('least open: who has fewer open cases gets the next one; closed ones weigh nothing', async () => {
  const org = await newOrganisation(server);
  const team = await newTeam(org, 'desk');
  const [busy, free] = [await agentIn(org, team), await agentIn(org, team)];
  const ids = [];
  for (let n = 0; n < 2; n++) ids.push((await openOne(org, { assigneeId: busy })).id);
  await openOne(org, { assigneeId: free });
  for (let n = 0; n < 2; n++)
    await openOne(org, { assigneeId: free }).then(({ id }) =>
      org.call(changeCases, { body: { ids: [id], change: { status: 'cancelled' } } }),
    );
  await setRules(org, [rule({ teamId: team, person: { kind: 'least-open' } })]);
  // busy has two open cases, free has one
  expect(await found(org, (await openOne(org)).id)).toMatchObject({ assigneeId: free });
  await org.call(changeCases, { body: { ids, change: { status: 'cancelled' } } });
  expect(await found(org, (await openOne(org)).id)).toMatchObject({ assigneeId: busy });
});

test('another category assigns anew, by the categories above it too; what the same save names stays', async () => {
  const org = await newOrganisation(server);
  const [network, desk] = [await newTeam(org, 'network'), await newTeam(org, 'desk')];
  const above = await org.call(createCaseCategory, { body: { code: 'net', name: named('Net') } });
  const below = await org.call(createCaseCategory, { body: { code: 'wifi', name: named('Wifi'), parentId: above.id } });
  await setRules(org, [rule({ name: 'Networks', tests: [{ op: 'is', field: 'categoryId', values: [above.id] }], teamId: network })]);
  const { id } = await openOne(org, { teamId: desk });
  const moved = await org.call(updateCase, { params: { id }, body: { version: 1, categoryId: below.id } });
  expect(moved.teamId).toBe(network);
  expect(moved.entries.at(-1)?.changes).toContainEqual({ field: 'rule', from: null, to: 'Networks' });
  const other = await openOne(org);
  await org.call(updateCase, { params: { id: other.id }, body: { version: 1, categoryId: below.id, teamId: desk } });
  expect(await found(org, other.id)).toMatchObject({ teamId: desk });
  const third = await openOne(org);
  await org.call(changeCases, { body: { ids: [third.id], change: { categoryId: below.id } } });
  expect(await found(org, third.id)).toMatchObject({ teamId: network });
});

test('rules are saved whole: who comes second is told, unknown names are refused, the log has what was before', async () => {
  const org = await newOrganisation(server);
  const first = await setRules(org, [rule({ name: 'One' })]);
  expect(first.version).toBe(1);
  expect(await org.refusal(api.setAssignmentRules, { body: { version: 0, items: [] } })).toMatchObject({
    status: 409,
    code: 'changed_meanwhile',
  });
  const refused = await org.refusal(api.setAssignmentRules, { body: { version: 1, items: [rule({ teamId: newId() })] } });
  expect(refused.errors).toMatchObject([{ path: 'items.0.teamId', code: 'unknown_team' }]);
  expect(await eventsOf(org, 'assignment-rules.changed')).toMatchObject([{ data: { rules: { from: [], to: [{ name: 'One' }] } } }]);
});

test('a dry run says how many of the latest cases each rule would take, and finds rules that mean nothing', async () => {
  const org = await newOrganisation(server);
  for (const priority of ['p1', 'p2', 'p3'] as const) await openOne(org, { priority });
  await openOne(org, { type: 'complaint' });
  const urgent: RuleTest & { op: 'is' } = { op: 'is', field: 'priority', values: ['p1', 'p2'] };
  const items = [
    rule({ tests: [urgent] }),
    rule({ tests: [{ ...urgent, values: ['p1'] }, complaint] }),
    rule({ tests: [complaint, { ...complaint, values: ['praise'] }] }),
    rule({ tests: [complaint] }),
  ];
  expect(await org.call(api.tryAssignmentRules, { body: { items } })).toEqual({
    ...{ cases: 4, taken: [2, 0, 0, 1], nobody: 1 },
    findings: [
      { code: 'hidden', rule: 1, by: 0 },
      { code: 'never-holds', rule: 2, by: null },
    ],
  });
});
