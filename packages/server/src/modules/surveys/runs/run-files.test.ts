import { expect, test } from 'vitest';
import { downloadAnswerFile, getResponse, listResponses } from '@zhiheng/contract/surveys/responses';
import { saveRun, uploadToRun } from '@zhiheng/contract/surveys/runs';
import { newSecret } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { forgetOldFiles } from '../imports/forget-files.ts';
import { both, formOf } from '../results/results.factory.ts';
import { answer, anybody, openSurvey, openWay, runOn, type OpenRun } from '../surveys.factory.ts';

const server = useTestServer();
const form = formOf([{ key: 'photo', type: 'file', text: both('Photo'), kinds: ['image', 'pdf'], most: 2 }], []);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function send(org: TestOrganisation, { token }: OpenRun, resume: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(png)]), '门口 <b>.png');
  const { id } = await org.call(uploadToRun, { params: { token, field: 'photo' }, query: { resume }, body }, anybody);
  return id;
}
const get = (org: TestOrganisation, id: string, cookie = org.cookie) =>
  server.app.inject({ url: `/api/v1/survey-files/${id}`, headers: { cookie } });

test('who may see answers saves a file that came with one; it never runs as a page, and the log says who took it', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { form });
  const run = await runOn(org, await openWay(org, survey));
  const resume = newSecret();
  const id = await send(org, run, resume);
  expect((await get(org, id)).statusCode).toBe(404);
  await answer(org, run, { resume, answers: { photo: [id] } });
  const [row] = (await org.call(listResponses, { params: { id: survey.id } })).items;
  const one = await org.call(getResponse, { params: { id: row?.id ?? '' } });
  expect(one).toMatchObject({ answers: { photo: [id] }, files: [{ id, name: '门口 <b>.png', size: png.length }] });
  const { rawPayload, headers } = await get(org, id);
  expect(rawPayload.equals(png)).toBe(true);
  expect(headers).toMatchObject({
    ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" },
    'content-disposition': expect.stringMatching(/^attachment; /) as string,
  });
  expect(await eventsOf(org, 'survey.file-downloaded')).toMatchObject([{ entity_id: survey.id, data: { responseId: one.id, fileId: id } }]);
  expect((await get(org, id, await org.as('auditor'))).statusCode).toBe(403);
  const stranger = await newOrganisation(server);
  expect((await stranger.refusal(downloadAnswerFile, { params: { id } })).status).toBe(404);
});

test('nobody is told by a file who answered anonymously', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { form, settings: { anonymous: true } });
  const run = await runOn(org, await openWay(org, survey));
  const resume = newSecret();
  const id = await send(org, run, resume);
  await answer(org, run, { resume, answers: { photo: [id] } });
  expect((await org.refusal(downloadAnswerFile, { params: { id } })).code).toBe('survey_is_anonymous');
});

test('a file that no answer names is forgotten after a week, unless a draft waits for its answer', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { form });
  const run = await runOn(org, await openWay(org, survey));
  const [left, drafted, answered] = [newSecret(), newSecret(), newSecret()];
  const [gone, waiting, named] = [await send(org, run, left), await send(org, run, drafted), await send(org, run, answered)];
  const body = { versionId: run.versionId, answers: { photo: [waiting] }, page: 'page', language: 'zh', resume: drafted };
  await org.call(saveRun, { params: { token: run.token }, body }, anybody);
  await answer(org, run, { resume: answered, answers: { photo: [named] } });
  const there = async () => {
    const files = await server.owner.selectFrom('file').select('id').where('id', 'in', [gone, waiting, named]).execute();
    return new Set(files.map(({ id }) => id));
  };
  await forgetOldFiles(server.root);
  expect(await there()).toEqual(new Set([gone, waiting, named]));
  await forgetOldFiles(server.root, new Date(Date.now() + 8 * 86_400_000));
  expect(await there()).toEqual(new Set([waiting, named]));
  await answer(org, run, { resume: drafted, answers: { photo: [waiting] } });
  expect((await org.call(listResponses, { params: { id: survey.id } })).total).toBe(2);
});
