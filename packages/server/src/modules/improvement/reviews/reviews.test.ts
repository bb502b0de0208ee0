import { expect, test } from 'vitest';
import * as findings from '@zhiheng/contract/findings/findings';
import * as projects from '@zhiheng/contract/improvement/projects';
import * as api from '@zhiheng/contract/improvement/reviews';
import { readIndicatorReport, listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { buildClinic, clinicSamples, observe } from '../../evaluation/evaluation.factory.ts';
import { addAction, beginProject, changeAction, getProject, move } from '../improvement.factory.ts';

const server = useTestServer();
const march = { kind: 'improvement', title: 'March', at: '2026-03-02T01:30:00Z' } as const;

const plan = (org: TestOrganisation, more: object = {}) => org.call(api.createReview, { body: { ...march, ...more } });
const get = (org: TestOrganisation, id: string) => org.call(api.getReview, { params: { id } });

test('the agenda is read from the data until the meeting is held, and stays as it was then', async () => {
  const org = await newOrganisation(server);
  const { id, version } = await plan(org);
  expect(await get(org, id)).toMatchObject({
    state: 'planned',
    frozen: false,
    agenda: { openFindings: [], overdueActions: [], verdicts: [] },
  });
  await org.call(findings.openFindingByHand, { body: { title: { zh: '慢', en: 'Slow' }, severity: 'high' } });
  const project = await beginProject(org);
  await addAction(org, project.id, { title: 'Train', dueOn: '2020-01-01' });
  await move(org, project.id, { to: 'running', unverifiedReason: 'small' });
  const live = await get(org, id);
  expect(live.agenda.openFindings).toMatchObject([{ number: 'F-00001', severity: 'high' }]);
  expect(live.agenda.overdueActions).toMatchObject([{ number: 'P-0001', title: 'Train', owner: 'Ada', dueOn: '2020-01-01' }]);

  const held = await org.call(api.holdReview, { params: { id }, body: { version } });
  expect(held).toMatchObject({ state: 'held', frozen: true });
  const action = (await getProject(org, project.id)).actions[0]?.id ?? '';
  await changeAction(org, { id: project.id, actionId: action }, { state: 'done' });
  await move(org, project.id, { to: 'closed' });
  expect((await get(org, id)).agenda).toEqual(held.agenda);
  const next = await plan(org, { title: 'April' });
  expect(next.agenda.since).toBe(held.heldAt);
  expect(next.agenda.overdueActions).toEqual([]);
  expect(next.agenda.verdicts).toMatchObject([{ number: 'P-0001', outcome: 'not-verified' }]);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('review.'))).toEqual([
    'review.planned',
    'review.held',
    'review.planned',
  ]);
});

test('targets that are missed are those of the board', async () => {
  const org = await newOrganisation(server);
  await org.inside(async (operation) => {
    await buildClinic(operation);
    await observe(operation, clinicSamples);
  });
  const { agenda } = await plan(org);
  expect(agenda.period).toBe('2024-03');
  expect(agenda.missedTargets.map(({ indicator }) => indicator).sort()).toEqual(['on_time', 'wait']);
  for (const { indicator: code, value, n, target, status } of agenda.missedTargets) {
    const report = await org.call(readIndicatorReport, { params: { code }, query: { period: agenda.period } });
    expect({ value, n, target, status }).toEqual({
      ...{ value: report.figure.value, n: report.figure.n, target: report.figure.target, status: 'missed' },
    });
  }
});

test('a decision becomes an action of its project and is done when that is; one without is settled by hand', async () => {
  const org = await newOrganisation(server);
  const project = await beginProject(org);
  const { id } = await plan(org);
  const decide = (body: { text: string; projectId?: string }) =>
    org.call(api.addDecision, { params: { id }, body: { ownerId: org.accountId, dueOn: '2026-04-01', ...body } });
  await decide({ text: 'Two on duty at night', projectId: project.id });
  const { decisions } = await decide({ text: 'Speak to the union' });
  const [first, second] = decisions;
  expect(decisions).toMatchObject([
    { isAction: true, done: false, projectNumber: 'P-0001', owner: 'Ada' },
    { isAction: false, done: false, projectNumber: null },
  ]);
  const { actions } = await getProject(org, project.id);
  expect(actions).toMatchObject([{ title: 'Two on duty at night', ownerId: org.accountId, dueOn: '2026-04-01', phase: 'act' }]);
  const next = await plan(org, { title: 'Next' });
  expect(next.agenda.openDecisions.map(({ text }) => text)).toEqual(['Two on duty at night', 'Speak to the union']);
  const settle = { params: { id, decisionId: first?.id ?? '' }, body: { done: true } };
  expect((await org.refusal(api.settleDecision, settle)).code).toBe('decision_is_action');
  await changeAction(org, { id: project.id, actionId: actions[0]?.id ?? '' }, { state: 'done' });
  const settled = await org.call(api.settleDecision, { params: { id, decisionId: second?.id ?? '' }, body: { done: true } });
  expect(settled.decisions.map(({ done }) => done)).toEqual([true, true]);
  expect((await org.call(api.listReviews)).items.map(({ decisions: all, openDecisions }) => [all, openDecisions])).toEqual([
    [0, 0],
    [2, 0],
  ]);
  await org.call(projects.deleteProject, { params: { id: project.id } });
  expect((await org.refusal(api.addDecision, { params: { id }, body: { text: 'x', projectId: project.id } })).code).toBe('not_found');
});

test('what was held or called off is not moved any more; its record is', async () => {
  const org = await newOrganisation(server);
  const { id, version } = await plan(org, { attendeeIds: [org.accountId], place: 'Hall' });
  expect((await org.refusal(api.createReview, { body: { ...march, attendeeIds: [newId()] } })).errors).toMatchObject([
    { path: 'attendeeIds' },
  ]);
  const held = await org.call(api.holdReview, { params: { id }, body: { version } });
  expect((await org.refusal(api.holdReview, { params: { id }, body: { version: held.version } })).code).toBe('review_not_planned');
  const change = { version: held.version };
  expect((await org.refusal(api.updateReview, { params: { id }, body: { ...change, place: 'Roof' } })).code).toBe('review_not_planned');
  expect(await org.call(api.updateReview, { params: { id }, body: { ...change, record: 'All agreed' } })).toMatchObject({
    record: 'All agreed',
  });
  const other = await plan(org);
  await org.call(api.cancelReview, { params: { id: other.id }, body: { version: 1, reason: 'ill' } });
  expect((await org.refusal(api.addDecision, { params: { id: other.id }, body: { text: 'x' } })).code).toBe('review_cancelled');
  const { name, text } = await org.call(api.reviewCalendar, { params: { id: other.id }, query: { locale: 'en' } });
  expect(name).toBe('R-0002.ics');
  expect(text).toContain('STATUS:CANCELLED');
  expect((await org.call(api.reviewCalendar, { params: { id } })).text).toContain('DTSTART:20260302T013000Z\r\nDTEND:20260302T023000Z');
  await org.call(api.deleteReview, { params: { id } });
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'review', label: 'R-0001 March' }]);
  await org.call(restoreFromTrash, { params: { kind: 'review', id } });
  expect((await org.call(api.listReviews)).items).toHaveLength(2);
});
