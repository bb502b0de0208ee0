import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { packSurveys } from '@zhiheng/contract/packs/pack-surveys';
import { exportPack, installPack, uploadPack } from '@zhiheng/contract/packs/packs';
import { getSurvey, listSurveys, saveSurvey } from '@zhiheng/contract/surveys/surveys';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { findInstrument } from '../surveys/instruments/read-instruments.ts';
import { shipped, smallPack } from './packs.factory.ts';

const server = useTestServer();

const files = {
  ...smallPack,
  'surveys.yaml': `surveys:
  - code: visit
    name: { zh: 来访评价, en: Visit }
    instrument: it-user
    service: desk
    minimum_group: 10
    outflows:
      - { measure: csat, indicator: calls }
    follow_ups:
      - { measure: nps, at_most: -100, hours: 48 }
`,
};

test('a pack brings surveys as drafts of their instruments; what people changed stays, and they go out again', async () => {
  const org = await newOrganisation(server);
  const first = await org.call(uploadPack, { body: { files } });
  const [row] = (await org.call(listSurveys)).items;
  const survey = await org.call(getSurvey, { params: { id: row?.id ?? '' } });
  expect(survey).toMatchObject({ code: 'visit', state: 'draft', instrument: 'it-user', settings: { minimumGroup: 10 } });
  expect(survey.settings.serviceId).not.toBeNull();
  expect(survey.settings.outflows).toHaveLength(1);
  expect(survey.settings.followUps).toMatchObject([{ measure: 'nps', atMost: -100, hours: 48, ownerId: null }]);
  expect(survey.form.pages.length).toBeGreaterThan(1);
  expect(await org.call(uploadPack, { body: { files } })).toEqual({ added: 0, updated: 0, unchanged: first.added, kept: 0 });

  const newer = { ...files, 'surveys.yaml': files['surveys.yaml'].replace('minimum_group: 10', 'minimum_group: 20') };
  expect(await org.call(uploadPack, { body: { files: newer } })).toMatchObject({ updated: 1, kept: 0 });
  const { version } = await org.call(getSurvey, { params: { id: survey.id } });
  await org.call(saveSurvey, { params: { id: survey.id }, body: { version, settings: { minimumGroup: 7 } } });
  expect(await org.call(uploadPack, { body: { files } })).toMatchObject({ updated: 0, kept: 1 });

  const exported = (await org.call(exportPack, { params: { code: 'small' } })).files;
  expect(exported['surveys.yaml']).toMatch(/instrument: it-user[\s\S]*service: desk[\s\S]*minimum_group: 7/);
  const other = await newOrganisation(server);
  await org.call(uploadPack, { body: { files: exported } }, { cookie: other.cookie });
  expect((await other.call(listSurveys)).items).toMatchObject([{ code: 'visit' }]);
});

test('a survey that names what is not there is refused by line', async () => {
  const org = await newOrganisation(server);
  const wrong = files['surveys.yaml'].replace('service: desk', 'service: nowhere').replace('indicator: calls', 'indicator: unheard');
  const { errors = [] } = await org.refusal(uploadPack, { body: { files: { ...files, 'surveys.yaml': wrong } } });
  expect(errors.map(({ path, code }) => [path, code])).toEqual([
    ['surveys.yaml:5', 'unknown_service'],
    ['surveys.yaml:8', 'unknown_indicator'],
  ]);
  const strange = files['surveys.yaml'].replace('instrument: it-user', 'instrument: tea-leaves');
  expect(await org.refusal(uploadPack, { body: { files: { ...files, 'surveys.yaml': strange } } })).toMatchObject({ status: 404 });
  expect((await org.call(listSurveys)).items).toEqual([]);
});

describe('the packs that are shipped', () => {
  it.each(shipped)('%s: every figure that flows out is a measure of its instrument', async (code) => {
    const { packsFolder, instrumentsFolder } = server.platform.config;
    const { surveys } = packSurveys.parse(parse(readFileSync(join(packsFolder, code, 'surveys.yaml'), 'utf8')));
    for (const { instrument, outflows, follow_ups } of surveys) {
      const measures = findInstrument(instrumentsFolder, instrument).form.measures.map(({ key }) => key);
      expect(measures, instrument).toEqual(expect.arrayContaining([...outflows, ...follow_ups].map(({ measure }) => measure)));
    }
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code } });
    expect((await org.call(listSurveys)).items).toHaveLength(surveys.length);
  });
});
