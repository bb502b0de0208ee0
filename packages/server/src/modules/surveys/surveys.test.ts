import { expect, test } from 'vitest';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { createDistribution, listQuotas, setQuotas } from '@zhiheng/contract/surveys/distributions';
import { openRun } from '@zhiheng/contract/surveys/runs';
import * as api from '@zhiheng/contract/surveys/surveys';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { answer, anybody, goodAnswers, openSurvey, openWay, runOn, tokenOf, visitForm } from './surveys.factory.ts';

const server = useTestServer();
const name = { zh: '回访', en: 'After a visit' };

test('a survey is made from nothing, from an instrument, from a form or from another one; of one origin only', async () => {
  const org = await newOrganisation(server);
  const create = (more: object) => org.call(api.createSurvey, { body: { name, ...more } });
  const blank = await create({});
  expect(blank).toMatchObject({
    code: 'after-a-visit',
    state: 'draft',
    published: null,
    changed: true,
    form: { pages: [{ questions: [] }] },
  });
  expect((await create({})).code).toBe('after-a-visit-2');
  const [instrument] = (await org.call(api.listInstruments)).items;
  const made = await create({ instrument: instrument?.code });
  expect(made).toMatchObject({ instrument: instrument?.code });
  expect(made.form).toEqual((await org.call(api.getInstrument, { params: { code: instrument?.code ?? '' } })).form);
  expect((await create({ copyOf: made.id })).form).toEqual(made.form);
  const refused = await org.refusal(api.createSurvey, { body: { name, form: visitForm, copyOf: made.id } });
  expect(refused.errors).toMatchObject([{ path: 'form', code: 'one_origin' }]);
  expect((await org.refusal(api.createSurvey, { body: { name, instrument: 'ghost' } })).status).toBe(404);
  expect((await org.refusal(api.createSurvey, { body: { name, code: 'after-a-visit' } })).code).toBe('survey_code_taken');
  const { items } = await org.call(api.listSurveys, { query: { q: 'after', state: 'draft' } });
  expect(items).toHaveLength(4);
  expect((await (await newOrganisation(server)).refusal(api.getSurvey, { params: { id: made.id } })).status).toBe(404);
  expect((await eventsOf(org, 'survey.created')).map(({ label }) => label)).toEqual(Array(4).fill('回访'));
});

test('every ready instrument can be published as it is', async () => {
  const org = await newOrganisation(server);
  const { items } = await org.call(api.listInstruments);
  expect(items.length).toBeGreaterThan(5);
  for (const { code } of items) {
    const { id, version } = await org.call(api.createSurvey, { body: { name, instrument: code } });
    expect((await org.call(api.publishSurvey, { params: { id }, body: { version } })).published).toBe(1);
  }
});

test('a draft is saved by whoever has read it; what is published never changes under it', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const params = { id: survey.id };
  const [page] = visitForm.pages;
  const form = { ...visitForm, pages: [{ ...page, key: 'who', questions: page?.questions ?? [] }], groups: [], measures: [] };
  const saved = await org.call(api.saveSurvey, { params, body: { version: survey.version, form } });
  expect(saved).toMatchObject({ changed: true, published: 1, version: survey.version + 1 });
  expect((await org.refusal(api.saveSurvey, { params, body: { version: survey.version, name } })).code).toBe('changed_meanwhile');
  const first = await org.call(api.getSurveyVersion, { params: { ...params, number: 1 } });
  expect(first.form).toEqual(survey.form);
  const second = await org.call(api.publishSurvey, { params, body: { version: saved.version } });
  expect(second.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect((await org.call(api.getSurveyVersion, { params: { ...params, number: 1 } })).form).toEqual(survey.form);
  expect((await org.refusal(api.publishSurvey, { params, body: { version: second.version } })).code).toBe('no_draft');
  expect((await org.refusal(api.getSurveyVersion, { params: { ...params, number: 3 } })).status).toBe(404);
  const same = await org.call(api.saveSurvey, { params, body: { version: second.version, form } });
  expect(same.version).toBe(second.version);
});

test('a form with faults is kept as a draft and not published, each fault named', async () => {
  const org = await newOrganisation(server);
  const form = { ...visitForm, measures: [{ key: 'loyalty', kind: 'nps' as const, name, field: 'ghost' }], title: { zh: '只有中文' } };
  const { id, version } = await org.call(api.createSurvey, {
    body: { name, form, settings: { followUps: [{ measure: 'ghost', atMost: 0, ownerId: null, hours: 24 }] } },
  });
  const { status, errors } = await org.refusal(api.publishSurvey, { params: { id }, body: { version } });
  expect(status).toBe(422);
  expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual(
    expect.arrayContaining(['form.title missing_words', 'settings.followUps.0.measure unknown_measure']),
  );
  expect(errors.some(({ path }) => path.startsWith('form.measures.0'))).toBe(true);
  expect(await org.call(api.getSurvey, { params: { id } })).toMatchObject({ state: 'draft', published: null, versions: [] });
});

test('what was promised of anonymity holds from the first version on', async () => {
  const org = await newOrganisation(server);
  const open = await openSurvey(org, { settings: { anonymous: true } });
  const change = (settings: object) => org.refusal(api.saveSurvey, { params: { id: open.id }, body: { version: open.version, settings } });
  expect((await change({ anonymous: false })).code).toBe('anonymity_is_fixed');
  expect((await change({ minimumGroup: 4 })).errors).toMatchObject([{ path: 'settings.minimumGroup', code: 'too_small' }]);
  const rule = { measure: 'loyalty', atMost: 0, ownerId: null, hours: 1 };
  expect((await change({ followUps: [rule] })).errors).toMatchObject([{ path: 'settings.followUps', code: 'anonymous_survey' }]);
  expect((await change({ serviceId: newId() })).errors).toMatchObject([{ path: 'settings.serviceId', code: 'unknown_service' }]);
  const outflows = [{ measure: 'loyalty', part: null, indicatorId: newId() }];
  expect((await change({ outflows })).errors).toMatchObject([{ path: 'settings.outflows.0.indicatorId', code: 'unknown_indicator' }]);
});

test('a survey in the trash takes no answers and comes back as it was', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const way = await openWay(org, survey);
  await org.call(api.deleteSurvey, { params: { id: survey.id } });
  const { state } = await org.call(openRun, { params: { token: tokenOf(way) } }, anybody);
  expect(state).toMatchObject({ kind: 'closed', reason: 'closed' });
  expect((await org.refusal(api.getSurvey, { params: { id: survey.id } })).status).toBe(404);
  await org.call(restoreFromTrash, { params: { kind: 'survey', id: survey.id } });
  expect(await org.call(api.getSurvey, { params: { id: survey.id } })).toEqual(survey);
});

test('a quota of thirty under fifty at once gives exactly thirty, and never refuses those it does not mean', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { settings: { onePerPerson: false } });
  const items = [
    { id: newId(), name, condition: { op: 'eq' as const, field: 'kind', value: 'patient' }, size: 30 },
    { id: newId(), name, condition: { op: 'ge' as const, field: 'again', value: 9 }, size: 1000 },
  ];
  await org.call(setQuotas, { params: { id: survey.id }, body: { items } });
  const run = await runOn(org, await openWay(org, survey));
  const patients = Array.from({ length: 50 }, () => answer(org, run));
  const visitors = Array.from({ length: 5 }, () => answer(org, run, { answers: { ...goodAnswers, kind: 'visitor' } }));
  const states = (await Promise.all(patients)).map(({ state }) => state);
  expect(states.filter((state) => state === 'complete')).toHaveLength(30);
  expect(states.filter((state) => state === 'quota-full')).toHaveLength(20);
  expect((await Promise.all(visitors)).map(({ state }) => state)).toEqual(Array(5).fill('complete'));
  expect((await org.call(listQuotas, { params: { id: survey.id } })).items.map(({ counted }) => counted)).toEqual([30, 35]);
  expect((await org.call(api.getSurvey, { params: { id: survey.id } })).responses).toBe(35);
  const smaller = items.map((item) => ({ ...item, size: 29 }));
  expect((await org.refusal(setQuotas, { params: { id: survey.id }, body: { items: smaller } })).errors).toMatchObject([
    { path: 'items.0.size', code: 'too_small', params: { minimum: 30 } },
    { path: 'items.1.size', code: 'too_small', params: { minimum: 35 } },
  ]);
  expect((await org.call(setQuotas, { params: { id: survey.id }, body: { items: [] } })).items).toEqual([]);
});

test('a way is opened where its parts are, within hours that end after they begin', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const settings = {
    subject: { serviceId: newId(), siteId: null, teamId: null, segmentId: null },
    ...{ opensAt: '2026-02-01T00:00:00Z', closesAt: '2026-01-01T00:00:00Z', hours: [{ days: [1], from: '18:00', until: '08:00' }] },
  };
  const refused = await org.refusal(createDistribution, { params: { id: survey.id }, body: { kind: 'public', name, settings } });
  expect(refused.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'settings.closesAt ends_before_it_begins',
    'settings.hours.0.until ends_before_it_begins',
    'settings.subject.serviceId unknown_service',
  ]);
});

test('the list comes in the order that is asked for, page by page, each survey once', async () => {
  const org = await newOrganisation(server);
  const names = [
    { zh: '住院', en: 'Ward' },
    { zh: '门诊', en: 'Outpatients' },
    { zh: '安全', en: 'safety' },
    { zh: '门诊', en: 'Dental' },
  ];
  const ids: string[] = [];
  for (const name of names) ids.push((await org.call(api.createSurvey, { body: { name, form: visitForm } })).id);
  const [ward = '', outpatients = '', safety = '', dental = ''] = ids;
  for (const [id, answers] of [
    [outpatients, 1],
    [dental, 2],
  ] as const) {
    await org.call(api.publishSurvey, { params: { id }, body: { version: 1 } });
    const run = await runOn(org, await openWay(org, { id }));
    for (let n = 0; n < answers; n++) await answer(org, run);
  }
  await answer(org, await runOn(org, await openWay(org, { id: outpatients })));
  await answer(org, await runOn(org, await openWay(org, { id: outpatients })));
  const walk = async (query: { order: 'changed' | 'answers' | 'last' | 'name'; locale?: 'zh' | 'en' }) => {
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await org.call(api.listSurveys, { query: { ...query, limit: 1, cursor } });
      found.push(...items.map(({ id }) => id));
      if (next === null) return found;
      cursor = next;
    }
  };
  expect(await walk({ order: 'changed' })).toEqual([dental, outpatients, safety, ward]);
  // By pinyin: ān quán, mén zhěn, zhù yuàn; in English without regard to capitals.
  expect(await walk({ order: 'name' })).toEqual([safety, outpatients, dental, ward]);
  expect(await walk({ order: 'name', locale: 'en' })).toEqual([dental, outpatients, safety, ward]);
  expect(await walk({ order: 'answers' })).toEqual([outpatients, dental, safety, ward]);
  expect((await walk({ order: 'last' })).slice(0, 2)).toEqual([outpatients, dental]);
  const { next } = await org.call(api.listSurveys, { query: { limit: 1 } });
  const strange = await org.refusal(api.listSurveys, { query: { limit: 1, order: 'name', cursor: next ?? '' } });
  expect(strange.errors).toMatchObject([{ path: 'cursor' }]);
});
