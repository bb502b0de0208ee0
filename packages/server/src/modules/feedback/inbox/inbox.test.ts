import { afterAll, expect, test } from 'vitest';
import { createService } from '@zhiheng/contract/catalog/services';
import { getCase } from '@zhiheng/contract/cases/cases';
import * as api from '@zhiheng/contract/feedback/feedback';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { outgoingTo, sendAll, setUpMail, startSmtp } from '../../mail/mail.factory.ts';
import { enter, good, setTwoThemes, slow } from '../feedback.factory.ts';

const server = useTestServer();
const smtp = await startSmtp();
afterAll(() => smtp.stop());

const bodies = async (org: TestOrganisation, query: object) => (await org.call(api.listFeedback, { query })).items.map(({ body }) => body);
const change = (org: TestOrganisation, ids: readonly string[], one: api.FeedbackChange) =>
  org.call(api.changeFeedback, { body: { ids: [...ids], change: one } });

test('what is entered has themes and a sentiment, and the same again is the same', async () => {
  const org = await newOrganisation(server);
  const themes = await setTwoThemes(org);
  const bad = await enter(org, { recordKey: 'r1', score: 1, scoreMax: 5 });
  expect(bad).toMatchObject({
    state: 'new',
    language: 'zh',
    polarity: 'negative',
    polarityBy: 'model',
    themeIds: [themes['waiting']],
    score: 1,
  });
  expect(bad.probability).toBeLessThan(0.3);
  expect((await enter(org, { recordKey: 'r1' })).id).toBe(bad.id);
  expect(await enter(org, { body: good })).toMatchObject({ polarity: 'positive', themeIds: [themes['taste']] });
  expect(await enter(org, { body: 'The food was cold' })).toMatchObject({ polarity: null, probability: null, language: 'en' });
  expect((await eventsOf(org, 'feedback.entered')).map(({ label, data }) => [label, data])).toEqual(
    Array(3).fill(['点评网', { channel: 'review' }]),
  );
});

test('a score needs its scale, a day must have come, and places must be there', async () => {
  const org = await newOrganisation(server);
  const refusalOf = async (body: object) =>
    (await org.refusal(api.createFeedback, { body: { channel: 'review', body: slow, ...body } })).errors.map(({ path, code }) => [
      path,
      code,
    ]);
  expect(await refusalOf({ score: 3 })).toEqual([['scoreMax', 'required']]);
  expect(await refusalOf({ score: 6, scoreMax: 5 })).toEqual([['score', 'too_big']]);
  expect(await refusalOf({ at: '2999-01-01T00:00:00Z' })).toEqual([['at', 'in_future']]);
  expect(await refusalOf({ serviceId: newId() })).toEqual([['serviceId', 'unknown_service']]);
  expect(await refusalOf({ body: '  ' })).toMatchObject([['body', 'too_small']]);
});

test('two characters are found, names are not', async () => {
  const org = await newOrganisation(server);
  await enter(org, { body: '停车位太少', author: '张三丰' });
  await enter(org, { body: good });
  expect(await bodies(org, { q: '停车' })).toEqual(['停车位太少']);
  expect(await bodies(org, { q: '车位 太少' })).toEqual(['停车位太少']);
  expect(await bodies(org, { q: '张三' })).toEqual([]);
  expect(await bodies(org, { q: '！' })).toEqual([]);
});

test('filters narrow, orders order, pages follow one another without loss', async () => {
  const org = await newOrganisation(server);
  const themes = await setTwoThemes(org);
  const service = await org.call(createService, { body: { code: 'lunch', name: { zh: '午餐', en: 'Lunch' }, type: 'catering' } });
  const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
  for (const [n, day] of days.entries())
    await enter(org, {
      body: n % 2 === 0 ? `${slow}${day}` : `${good}${day}`,
      at: `${day}T04:00:00Z`,
      ...(n === 0 ? { serviceId: service.id, tags: ['vip'] } : {}),
    });
  const seen: string[] = [];
  for (let cursor: string | null = null, turn = 0; turn < 3; turn++) {
    const page: Awaited<ReturnType<typeof list>> = await list(cursor);
    expect(page.total).toBe(5);
    seen.push(...page.items.map(({ at }) => at.slice(0, 10)));
    cursor = page.next;
  }
  function list(cursor: string | null) {
    return org.call(api.listFeedback, { query: { limit: 2, ...(cursor === null ? {} : { cursor }) } });
  }
  expect(seen).toEqual(days.toReversed());
  expect((await bodies(org, { order: 'oldest', limit: 1 }))[0]).toContain('03-01');
  expect((await bodies(org, { order: 'worst' })).slice(0, 3).every((body) => body.startsWith(slow))).toBe(true);
  expect(await bodies(org, { serviceId: service.id })).toEqual([`${slow}2026-03-01`]);
  expect(await bodies(org, { tag: 'vip' })).toHaveLength(1);
  expect(await bodies(org, { themeId: themes['taste'] })).toHaveLength(2);
  expect(await bodies(org, { polarity: 'negative' })).toHaveLength(3);
  expect(await bodies(org, { from: '2026-03-02', until: '2026-03-03' })).toHaveLength(2);
  expect((await org.refusal(api.listFeedback, { query: { cursor: 'x' } })).status).toBe(422);
});

test('many are changed at once, what may not be is refused, and counts follow', async () => {
  const org = await newOrganisation(server);
  const [a, b] = [await enter(org), await enter(org, { body: good })];
  const missing = newId();
  expect(await change(org, [a.id, b.id, missing], { ownerId: org.accountId, addTags: ['热线'], state: 'suggestion' })).toEqual({
    changed: 2,
    refused: [{ id: missing, code: 'not_found' }],
  });
  expect(await org.call(api.countFeedback)).toMatchObject({ new: 0, mine: 2, suggestion: 2 });
  expect(await org.call(api.feedbackTags)).toEqual({ items: [{ tag: '热线', n: 2 }] });
  expect((await change(org, [a.id], { state: 'routed' })).refused).toEqual([{ id: a.id, code: 'feedback_has_no_case' }]);
  expect((await change(org, [a.id], { state: 'answered' })).refused).toEqual([{ id: a.id, code: 'feedback_not_answered' }]);
  await change(org, [a.id, b.id], { state: 'new', ownerId: null, removeTags: ['热线'] });
  expect(await org.call(api.getFeedback, { params: { id: a.id } })).toMatchObject({ state: 'new', ownerId: null, tags: [] });
  expect((await eventsOf(org, 'feedback.changed')).map(({ entity_id }) => entity_id).filter((id) => id === a.id)).toHaveLength(2);
  const unknown = await org.refusal(api.changeFeedback, { body: { ids: [a.id], change: { ownerId: newId() } } });
  expect(unknown.errors).toMatchObject([{ path: 'change.ownerId', code: 'unknown_account' }]);
});

test('it becomes a case once, and both know of each other', async () => {
  const org = await newOrganisation(server);
  const site = await org.call(createUnit, { params: { kind: 'sites' }, body: { code: 'hall', name: { zh: '大厅', en: 'Hall' } } });
  const { id } = await enter(org, { contact: 'wang@example.org', siteId: site.id, tags: ['vip'] });
  const routed = await org.call(api.routeFeedback, { params: { id }, body: { type: 'complaint', subject: '等了两个小时' } });
  expect(routed).toMatchObject({ state: 'routed', ownerId: org.accountId });
  const opened = await org.call(getCase, { params: { id: routed.caseNumber ?? '' } });
  expect(opened).toMatchObject({
    type: 'complaint',
    description: slow,
    contactName: '王小明',
    contactEmail: 'wang@example.org',
    tags: ['vip'],
    siteId: site.id,
  });
  expect((await org.call(api.feedbackOfCase, { params: { id: opened.id } })).items.map((one) => one.id)).toEqual([id]);
  const twice = await org.refusal(api.routeFeedback, { params: { id }, body: { type: 'request', subject: 'x' } });
  expect(twice).toMatchObject({ status: 409, code: 'feedback_has_case' });
  expect((await change(org, [id], { state: 'new' })).refused).toEqual([{ id, code: 'feedback_has_case' }]);
  expect(await eventsOf(org, 'feedback.routed')).toMatchObject([{ entity_id: id, data: { caseId: opened.id, number: opened.number } }]);
});

test('who may not write cases opens none', async () => {
  const org = await newOrganisation(server, { roles: { listener: ['feedback.read', 'feedback.write'] } });
  const { id } = await enter(org);
  const who = { cookie: await org.as('listener') };
  expect(await org.refusal(api.routeFeedback, { params: { id }, body: { type: 'request', subject: 'x' } }, who)).toMatchObject({
    code: 'not_allowed',
    params: { permission: 'cases.write' },
  });
});

test('names and addresses are masked for those who may not see them, in lists and in one', async () => {
  const org = await newOrganisation(server);
  const { id } = await enter(org, { contact: 'wang@example.org' });
  const who = { cookie: await org.as('auditor') };
  expect((await org.call(api.listFeedback, {}, who)).items[0]?.author).toBe('王*明');
  expect(await org.call(api.getFeedback, { params: { id } }, who)).toMatchObject({
    author: '王*明',
    contact: 'w***@example.org',
    masked: true,
  });
});

test('an answer goes out by mail; without an address or mail nothing is said to be sent', async () => {
  const org = await newOrganisation(server);
  const { id } = await enter(org, { contact: 'wang@example.org' });
  const body = { subject: '关于您的评价', body: '抱歉让您久等了。' };
  expect((await org.refusal(api.answerFeedback, { params: { id }, body })).code).toBe('mail_off');
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  const nameless = await enter(org);
  expect((await org.refusal(api.answerFeedback, { params: { id: nameless.id }, body })).code).toBe('feedback_no_address');
  const answered = await org.call(api.answerFeedback, { params: { id }, body });
  expect(answered).toMatchObject({
    state: 'answered',
    answers: [{ body: body.body, by: 'Ada', delivery: 'waiting', recipient: 'wang@example.org' }],
  });
  await sendAll(server);
  expect(smtp.mails.flatMap(({ to }) => to)).toContain('wang@example.org');
  expect(await org.call(api.getFeedback, { params: { id } })).toMatchObject({ answers: [{ delivery: 'sent' }] });
  expect(await eventsOf(org, 'feedback.answered')).toHaveLength(1);
});
