import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/automation/automation';
import type { AutomationDefinition } from '@zhiheng/contract/automation/automation';
import { changeCases, createCase, getCase, listCases, updateCase } from '@zhiheng/contract/cases/cases';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { listNotifications } from '@zhiheng/contract/notifications/notifications';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../platform/identifier.ts';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from '../cases/cases.factory.ts';
import { runAutomation } from './index.ts';

const server = useTestServer();

const definitionOf = (more: Partial<AutomationDefinition>): AutomationDefinition => ({
  ...{ eventTypes: ['case.opened'], tests: [], actions: [{ kind: 'add-tags', tags: ['seen'] }], delayMinutes: 0 },
  ...more,
});
const complaints: AutomationDefinition['tests'] = [{ op: 'is', field: 'type', values: ['complaint'] }];

/** A rule that is switched on. */
async function switchOn(org: TestOrganisation, more: Partial<AutomationDefinition>, name = 'Rule') {
  const rule = await org.call(api.createAutomationRule, { body: { name, definition: definitionOf(more) } });
  return org.call(api.updateAutomationRule, { params: { id: rule.id }, body: { version: rule.version, active: true } });
}
/** Until nothing is left to do: what rules did may call other rules. */
async function settle(now?: Date): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await deliverEvents(server);
    await runAutomation(server.root, now);
  }
}
const runsOf = async (org: TestOrganisation) =>
  (await org.call(api.listAutomationRuns)).items
    .toReversed()
    .map(({ ruleName, state, reason, label }) => ({ ruleName, state, reason, label }));
const found = (org: TestOrganisation, id: string) => org.call(getCase, { params: { id } });

test('a complaint is given to the team, tagged and noted, and people are told; the log says so, other cases stay', async () => {
  const org = await newOrganisation(server);
  const manager = { cookie: await org.as('quality-manager') };
  const { id: teamId } = await org.call(createUnit, {
    params: { kind: 'teams' },
    body: { code: 'care', name: { zh: '客户关怀', en: 'Care' } },
  });
  const { id: accountId } = await org.call(getMe, {}, { cookie: await org.as('service-agent') });
  const rule = await switchOn(org, {
    tests: complaints,
    actions: [
      { kind: 'change-case', change: { teamId, assigneeId: accountId, priority: 'p2' } },
      { kind: 'add-tags', tags: ['care'] },
      { kind: 'add-note', body: 'Call back about {subject}' },
      { kind: 'notify', roles: ['quality-manager'], accountIds: [], message: '{number}: {subject}' },
    ],
  });
  const complaint = await org.call(createCase, { body: { type: 'complaint', subject: 'Rude answer' } });
  const other = await openOne(org);
  await settle();
  const one = await found(org, complaint.id);
  expect(one).toMatchObject({ teamId, assigneeId: accountId, priority: 'p2', tags: ['care'], status: 'open' });
  expect(one.entries.map(({ body }) => body)).toContain('Call back about Rude answer');
  expect(one.entries.map(({ authorKind }) => authorKind)).toEqual(Array(one.entries.length).fill('system'));
  expect(await found(org, other.id)).toMatchObject({ tags: [], version: 1 });
  expect((await org.call(listNotifications, {}, manager)).items).toMatchObject([
    { kind: 'automation', label: 'C-000001 Rude answer', params: { message: 'C-000001: Rude answer', rule: 'Rule' } },
  ]);
  const { items } = await org.call(api.listAutomationRuns);
  expect(items).toMatchObject([
    {
      ruleId: rule.id,
      version: 2,
      state: 'done',
      label: 'C-000001',
      steps: [{ result: 'teamId,priority,assigneeId' }, { result: 'care' }, {}, { result: '1' }],
    },
  ]);
  expect((await eventsOf(org, 'case.changed')).map(({ actor_id }) => actor_id)).toContain(items[0]?.id);
  await settle();
  expect((await found(org, complaint.id)).version).toBe(one.version);
});

test('what a test asks of a save: which field changed, and to what', async () => {
  const org = await newOrganisation(server);
  await switchOn(org, {
    eventTypes: ['case.changed'],
    tests: [
      { op: 'changed', field: 'priority' },
      { op: 'is', field: 'data.priority.to', values: ['p1'] },
    ],
  });
  const [raised, other] = [await openOne(org), await openOne(org)];
  await org.call(changeCases, { body: { ids: [raised.id], change: { priority: 'p1' } } });
  await org.call(changeCases, { body: { ids: [other.id], change: { priority: 'p2' } } });
  await settle();
  expect((await found(org, raised.id)).tags).toEqual(['seen']);
  expect((await found(org, other.id)).tags).toEqual([]);
});

test('all of a rule or nothing: an action that the case refuses leaves the others undone, with the reason', async () => {
  const org = await newOrganisation(server);
  await switchOn(
    org,
    {
      actions: [
        { kind: 'add-tags', tags: ['half'] },
        { kind: 'change-case', change: { status: 'closed' } },
      ],
    },
    'Close at once',
  );
  await switchOn(org, {}, 'Next');
  const { id } = await org.call(createCase, { body: { type: 'complaint', subject: 'Rude answer' } });
  await settle();
  expect(await found(org, id)).toMatchObject({ tags: ['seen'], status: 'new' });
  expect(await runsOf(org)).toEqual([
    { ruleName: 'Close at once', state: 'failed', reason: expect.any(String) as string, label: 'C-000001' },
    { ruleName: 'Next', state: 'done', reason: null, label: 'C-000001' },
  ]);
});

test('rules that call each other end: each answers a chain of events once', async () => {
  const org = await newOrganisation(server);
  const opens = (subject: string): AutomationDefinition['actions'] => [
    { kind: 'open-case', type: 'request', subject, description: '', priority: 'p3', teamId: null },
  ];
  await switchOn(org, { actions: opens('From A') }, 'A');
  await switchOn(org, { actions: opens('From B') }, 'B');
  await openOne(org);
  await settle();
  // one by hand; A and B answer it; A answers B's case and B answers A's; then both have been in the chain
  expect((await org.call(listCases)).total).toBe(5);
  const runs = await runsOf(org);
  expect(runs.filter(({ state }) => state === 'done')).toHaveLength(4);
  expect(runs.filter(({ state, reason }) => state === 'held' && reason === 'loop')).toHaveLength(6);
});

test('a rule meets the same case at most twenty times an hour', async () => {
  const org = await newOrganisation(server);
  await switchOn(org, { eventTypes: ['case.changed'] });
  const { id } = await openOne(org);
  for (let version = 1; version <= 23; version++)
    await org.call(updateCase, { params: { id }, body: { version, remedy: `Try ${version}` } });
  await deliverEvents(server);
  await runAutomation(server.root);
  const runs = (await org.call(api.listAutomationRuns, { query: { limit: 200 } })).items;
  expect(runs.filter(({ state }) => state === 'done')).toHaveLength(20);
  expect(runs.filter(({ reason }) => reason === 'too-often')).toHaveLength(3);
});

test('after the delay it is asked again whether the rule still holds', async () => {
  const org = await newOrganisation(server);
  const tests: AutomationDefinition['tests'] = [{ op: 'is', field: 'status', values: ['new'] }];
  await switchOn(org, { tests, delayMinutes: 60 });
  const [left, taken] = [await openOne(org), await openOne(org)];
  await settle();
  expect((await runsOf(org)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  await org.call(changeCases, { body: { ids: [taken.id], change: { status: 'open' } } });
  await settle(new Date(Date.now() + 3_590_000));
  expect((await found(org, left.id)).tags).toEqual([]);
  await settle(new Date(Date.now() + 3_610_000));
  expect((await found(org, left.id)).tags).toEqual(['seen']);
  expect(await runsOf(org)).toMatchObject([
    { label: 'C-000001', state: 'done' },
    { label: 'C-000002', state: 'held', reason: 'no-longer-holds' },
  ]);
});

test('a rule is off until it is switched on, every save is kept, and one that is deleted does nothing more', async () => {
  const org = await newOrganisation(server);
  const rule = await org.call(api.createAutomationRule, { body: { name: 'Draft', definition: definitionOf({}) } });
  const first = await openOne(org);
  await settle();
  expect((await found(org, first.id)).tags).toEqual([]);
  const params = { id: rule.id };
  await org.call(api.updateAutomationRule, { params, body: { version: 1, active: true, name: 'Live' } });
  expect(await org.refusal(api.updateAutomationRule, { params, body: { version: 1, active: false } })).toMatchObject({
    code: 'changed_meanwhile',
  });
  const { items } = await org.call(api.listAutomationVersions, { params });
  expect(items).toMatchObject([
    { version: 2, name: 'Live', active: true, savedBy: 'Ada' },
    { version: 1, name: 'Draft', active: false },
  ]);
  const second = await openOne(org);
  await deliverEvents(server);
  await org.call(api.deleteAutomationRule, { params });
  await settle();
  expect((await found(org, second.id)).tags).toEqual([]);
  expect(await runsOf(org)).toMatchObject([{ ruleName: 'Live', state: 'held', reason: 'switched-off' }]);
  expect((await org.call(api.listAutomationRules)).items).toEqual([]);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('automation'))).toEqual([
    'automation-rule.created',
    'automation-rule.changed',
    'automation-rule.deleted',
  ]);
});

test('rules act in their order', async () => {
  const org = await newOrganisation(server);
  const untouched: AutomationDefinition['tests'] = [{ op: 'is-not', field: 'tags', values: ['first', 'second'] }];
  const first = await switchOn(org, { tests: untouched, actions: [{ kind: 'add-tags', tags: ['first'] }] });
  const second = await switchOn(org, { tests: untouched, actions: [{ kind: 'add-tags', tags: ['second'] }] });
  await org.call(api.orderAutomationRules, { body: { ids: [second.id, first.id] } });
  expect((await org.call(api.listAutomationRules)).items.map(({ id }) => id)).toEqual([second.id, first.id]);
  const { id } = await openOne(org);
  await settle();
  expect((await found(org, id)).tags).toEqual(['second']);
});

test('a dry run on the latest events changes nothing and shows nothing that the caller may not see', async () => {
  const org = await newOrganisation(server, { roles: { author: ['automation.define', 'cases.read'] } });
  for (const type of ['complaint', 'incident', 'complaint', 'adverse-event'] as const) await openOne(org, { type });
  const definition = definitionOf({ tests: [{ op: 'is', field: 'type', values: ['complaint', 'adverse-event'] }] });
  const mine = await org.call(api.tryAutomation, { body: { definition } });
  expect(mine).toMatchObject({
    events: 4,
    matched: 3,
    items: [{ label: 'C-000004' }, { label: 'C-000003' }, { label: 'C-000001' }],
    findings: [],
  });
  expect(await org.call(api.tryAutomation, { body: { definition, last: 2 } })).toMatchObject({ events: 2, matched: 2 });
  const author = await org.call(api.tryAutomation, { body: { definition } }, { cookie: await org.as('author') });
  expect(author.items.map(({ label }) => label)).toEqual(['C-000003', 'C-000001']);
  await settle();
  expect(await runsOf(org)).toEqual([]);
});

test('an action on a case needs an event of a case, and what it names must be there', async () => {
  const org = await newOrganisation(server);
  const refused = async (more: Partial<AutomationDefinition>) =>
    (await org.refusal(api.createAutomationRule, { body: { name: 'x', definition: definitionOf(more) } })).errors.map(({ path, code }) => [
      path,
      code,
    ]);
  expect(await refused({ eventTypes: ['case.opened', 'article.published'] })).toEqual([['definition.actions.0', 'needs_case']]);
  expect(await refused({ actions: [{ kind: 'change-case', change: { teamId: newId() } }] })).toEqual([
    ['definition.actions.0', 'unknown_team'],
  ]);
  expect(await refused({ actions: [{ kind: 'notify', roles: [], accountIds: [], message: 'x' }] })).toEqual([
    ['definition.actions.0', 'nobody_named'],
  ]);
});

test('an event of another capability tells whom the rule names', async () => {
  const org = await newOrganisation(server);
  await switchOn(org, {
    eventTypes: ['unit.created'],
    tests: [{ op: 'contains', field: 'label', values: ['care'] }],
    actions: [{ kind: 'notify', roles: [], accountIds: [org.accountId], message: 'New: {label}' }],
  });
  for (const code of ['care', 'desk'])
    await org.call(createUnit, { params: { kind: 'teams' }, body: { code, name: { zh: code, en: code } } });
  await settle();
  expect((await org.call(listNotifications)).items).toMatchObject([
    { kind: 'automation', entityKind: 'team', params: { message: 'New: care' } },
  ]);
});
