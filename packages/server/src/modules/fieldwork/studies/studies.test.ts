import { expect, test } from 'vitest';
import { createCampaign, updateCampaign } from '@zhiheng/contract/campaigns/campaigns';
import { fieldKind } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { getFieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { listFieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import * as api from '@zhiheng/contract/fieldwork/studies';
import { listTrash, restoreFromTrash, search } from '@zhiheng/contract/insight/board';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { hold, newPerson, openStudy, planSession, rate, visitGuide, visitName } from '../fieldwork.factory.ts';

const server = useTestServer();

test('each kind has a guide of the house that can be published as it is', async () => {
  const org = await newOrganisation(server);
  const { items } = await org.call(api.listGuideTemplates);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(fieldKind.options));
  for (const { code, kind } of items) {
    const made = await org.call(api.createFieldStudy, { body: { name: visitName, kind, template: code } });
    const open = await org.call(api.publishGuide, { params: { id: made.id }, body: { version: made.version } });
    expect(open).toMatchObject({ kind, state: 'open', published: 1, changed: false });
  }
  const { items: studies } = await org.call(api.listFieldStudies);
  expect(studies.map(({ code }) => code)).toEqual(items.map((_, at) => `FS-000${items.length - at}`));
});

test('what was published never changes under a session that is rated by it', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org);
  const rater = await newPerson(org);
  const [first, second] = [
    await planSession(org, study, { raterIds: [rater.id] }),
    await planSession(org, study, { raterIds: [rater.id] }),
  ];
  await rate(org, first, rater);
  const form = { ...study.form, title: { zh: '新', en: 'New' } };
  const saved = await org.call(api.saveFieldStudy, { params: { id: study.id }, body: { version: study.version, form } });
  expect(saved).toMatchObject({ changed: true, published: 1 });
  await org.call(api.publishGuide, { params: { id: study.id }, body: { version: saved.version } });
  const guideOf = async (id: string) => (await org.call(listFieldSheets, { params: { id } }, rater)).form?.title['en'];
  expect(await guideOf(first.id)).toBe('Visit');
  expect(await guideOf(second.id)).toBe('New');
  const { versions } = await org.call(api.getFieldStudy, { params: { id: study.id } });
  expect(versions.map(({ number, sessions }) => [number, sessions])).toEqual([
    [2, 0],
    [1, 1],
  ]);
  expect((await org.call(api.getGuideVersion, { params: { id: study.id, number: 1 } })).form.title['en']).toBe('Visit');
  expect((await org.refusal(api.publishGuide, { params: { id: study.id }, body: { version: saved.version + 1 } })).code).toBe('no_draft');
});

test('a guide without a score, or with files, is not published; a plan that contradicts itself is refused', async () => {
  const org = await newOrganisation(server);
  const { pages = [], ...others } = visitGuide;
  const form = {
    ...others,
    pages: [...pages, { key: 'more', questions: [{ key: 'photo', type: 'file' as const, text: visitName }] }],
    measures: [],
  };
  const made = await org.call(api.createFieldStudy, { body: { name: visitName, kind: 'observation', form } });
  const refused = await org.refusal(api.publishGuide, { params: { id: made.id }, body: { version: made.version } });
  expect(refused.errors.map(({ path, code }) => [path, code])).toEqual([
    ['form.pages.1.questions.0.type', 'sheet_takes_no_files'],
    ['form.measures', 'guide_without_score'],
  ]);
  const save = (body: object) => org.refusal(api.saveFieldStudy, { params: { id: made.id }, body: { version: made.version, ...body } });
  expect((await save({ from: '2026-02-01', until: '2026-01-01' })).errors).toMatchObject([
    { path: 'until', code: 'until_before_first_day' },
  ]);
  expect((await save({ serviceId: made.id })).errors).toMatchObject([{ path: 'serviceId', code: 'unknown_service' }]);
  expect((await save({ version: made.version + 1, wanted: 3 })).code).toBe('changed_meanwhile');
  const both = { name: visitName, kind: 'observation' as const, form, copyOf: made.id };
  expect((await org.refusal(api.createFieldStudy, { body: both })).errors).toMatchObject([{ code: 'one_origin' }]);
});

test('a copy begins with plan and guide of the study that it is compared with', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org, { raters: 2, wanted: 12 });
  const copy = await org.call(api.createFieldStudy, { body: { name: { zh: '二', en: 'Two' }, kind: 'mystery-visit', copyOf: study.id } });
  expect(copy).toMatchObject({ previousId: study.id, previousName: visitName, raters: 2, wanted: 12, state: 'draft', form: study.form });
  const other = { name: visitName, kind: 'interview' as const, copyOf: study.id };
  expect((await org.refusal(api.createFieldStudy, { body: other })).errors).toMatchObject([{ path: 'kind', code: 'kind_of_copy' }]);
});

test('closed, deleted and brought back; each step is in the log', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org);
  const session = await planSession(org, study);
  const params = { id: study.id };
  const closed = await org.call(api.closeFieldStudy, { params, body: { version: study.version, closed: true } });
  expect(closed.state).toBe('closed');
  expect((await org.call(api.closeFieldStudy, { params, body: { version: closed.version, closed: false } })).state).toBe('open');
  expect((await org.call(search, { query: { q: 'FS-0001' } })).items).toMatchObject([
    { kind: 'field-study', id: study.id, name: visitName },
  ]);
  expect((await org.call(search, { query: { q: 'visits' } }, { cookie: await org.as('executive') })).items).toHaveLength(1);
  await org.call(api.deleteFieldStudy, { params });
  expect((await org.call(search, { query: { q: 'FS-0001' } })).items).toEqual([]);
  expect((await org.refusal(getFieldSession, { params: { id: session.id } })).status).toBe(404);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'field-study', id: study.id }]);
  await org.call(restoreFromTrash, { params: { kind: 'field-study', id: study.id } });
  expect(await org.call(getFieldSession, { params: { id: session.id } })).toMatchObject({ id: session.id });
  const log = (await eventsOf(org)).filter(({ entity_id }) => entity_id === study.id).map(({ type }) => type.replace('fieldwork.', ''));
  expect(log).toEqual(['study-created', 'guide-published', 'study-closed', 'study-reopened', 'study-deleted', 'study-restored']);
});

test('a campaign names the study that it rests on, and says how many sessions were held', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org, { wanted: 9 });
  await hold(org, await planSession(org, study));
  for (const at of [1, 2]) await planSession(org, study, { at });
  const body = { name: visitName, kind: 'special' as const, from: '2026-01', until: '2026-03' };
  const { id, version } = await org.call(createCampaign, { body });
  const methods = (studyId: string) => ({
    params: { id },
    body: { version, plan: { methods: [{ kind: 'fieldwork' as const, studyId }] } },
  });
  expect((await org.refusal(updateCampaign, methods(id))).errors).toMatchObject([
    { path: 'plan.methods.0.studyId', code: 'unknown_field_study' },
  ]);
  const { facts } = await org.call(updateCampaign, methods(study.id));
  expect(facts.studies).toEqual([{ studyId: study.id, name: visitName, held: 1, planned: 2, wanted: 9 }]);
});
