import { expect, test } from 'vitest';
import * as settingsApi from '@zhiheng/contract/cases/case-settings';
import { listCaseCategories, updateCaseCategory } from '@zhiheng/contract/cases/categories';
import { getArticle, listArticles, updateArticle } from '@zhiheng/contract/knowledge/knowledge';
import { exportPack, uploadPack } from '@zhiheng/contract/packs/packs';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { smallPack } from './packs.factory.ts';

const server = useTestServer();

const files = {
  ...smallPack,
  'cases.yaml': 'response_hours: 12\nfollow_up_after_days: 20\n',
  'categories.yaml': `categories:
  - { code: devices, name: { zh: 设备, en: Devices }, team: desk-team }
  - { code: printers, name: { zh: 打印机, en: Printers }, parent: devices, types: [incident, request] }
`,
  'articles.yaml': `articles:
  - code: paper-jam
    title: { zh: 卡纸, en: Paper jam }
    keywords: [jam]
    services: [desk]
    categories: [printers]
    body: { zh: 打开盖板, en: Open the cover }
`,
};

test('limits, categories and articles come with a pack, stay when people changed them, and go out again', async () => {
  const org = await newOrganisation(server);
  const first = await org.call(uploadPack, { body: { files } });
  expect((await org.call(settingsApi.getCaseSettings)).settings).toMatchObject({
    responseHours: 12,
    resultHours: 48,
    followUpAfterDays: 20,
  });
  const { items: categories } = await org.call(listCaseCategories);
  const [devices, printers] = categories;
  expect(printers).toMatchObject({ code: 'printers', parentId: devices?.id, types: ['incident', 'request'] });
  const [article] = (await org.call(listArticles, { query: { q: 'jam' } })).items;
  expect(article).toMatchObject({ title: { zh: '卡纸', en: 'Paper jam' }, state: 'published', categoryIds: [printers?.id] });
  expect(await org.call(uploadPack, { body: { files } })).toEqual({ added: 0, updated: 0, unchanged: first.added, kept: 0 });

  const [categoryId, articleId] = [printers?.id ?? '', article?.id ?? ''];
  await org.call(updateCaseCategory, { params: { id: categoryId }, body: { name: { zh: '打印', en: 'Printing' } } });
  await org.call(updateArticle, {
    params: { id: articleId },
    body: { version: article?.version ?? 0, title: { zh: '卡纸了', en: 'It jams' } },
  });
  const { settings, version } = await org.call(settingsApi.getCaseSettings);
  await org.call(settingsApi.setCaseSettings, { body: { settings: { ...settings, attempts: 5 }, version } });
  const newer = {
    ...files,
    'cases.yaml': 'response_hours: 6\n',
    'categories.yaml': files['categories.yaml'].replaceAll('打印机', '打印设备').replace('zh: 设备', 'zh: 终端'),
    'articles.yaml': files['articles.yaml'].replace('打开盖板', '先关机'),
  };
  expect(await org.call(uploadPack, { body: { files: newer } })).toMatchObject({ added: 0, updated: 1, kept: 3 });
  expect((await org.call(getArticle, { params: { id: articleId } })).body.zh).toBe('打开盖板');
  expect((await org.call(settingsApi.getCaseSettings)).settings).toMatchObject({ responseHours: 12, attempts: 5 });
  const exported = (await org.call(exportPack, { params: { code: 'small' } })).files;
  expect(exported['categories.yaml']).toMatch(/Printing[\s\S]*parent: devices/);
  const other = await newOrganisation(server);
  await org.call(uploadPack, { body: { files: exported } }, { cookie: other.cookie });
  expect((await other.call(listArticles, { query: { q: 'jams' } })).items).toHaveLength(1);
  expect((await other.call(settingsApi.getCaseSettings)).settings.attempts).toBe(5);
});

test('limits that two people change at once: the second one is told; impossible ones are refused by field', async () => {
  const org = await newOrganisation(server);
  const usual = await org.call(settingsApi.getCaseSettings);
  const body = { settings: { ...usual.settings, closeAfterDays: 7 }, version: usual.version };
  expect(await org.call(settingsApi.setCaseSettings, { body })).toMatchObject({ version: 1, settings: { closeAfterDays: 7 } });
  expect((await org.refusal(settingsApi.setCaseSettings, { body: { ...body, settings: usual.settings } })).code).toBe('changed_meanwhile');
  const settings = { ...usual.settings, resultHours: 3, followUpUntilDays: 5 };
  const refused = await org.refusal(settingsApi.setCaseSettings, { body: { settings, version: 1 } });
  expect(refused.errors).toMatchObject([
    { path: 'settings.resultHours', code: 'before_response' },
    { path: 'settings.followUpUntilDays', code: 'before_first_follow_up' },
  ]);
});

test('every mistake of the new files is named with its place', async () => {
  const org = await newOrganisation(server);
  const broken = {
    ...files,
    'cases.yaml': 'response_hours: 30\nresult_hours: 20\n',
    'categories.yaml': files['categories.yaml'].replace('desk-team', 'nobody'),
    'articles.yaml': files['articles.yaml'].replace('[printers]', '[unheard]'),
  };
  const { errors = [] } = await org.refusal(uploadPack, { body: { files: broken } });
  expect(errors.map(({ path, code }) => [path, code])).toEqual([
    ['cases.yaml:2', 'before_response'],
    ['categories.yaml:2', 'unknown_team'],
    ['articles.yaml:6', 'unknown_category'],
  ]);
});
