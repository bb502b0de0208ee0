import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/feedback/feedback';
import { getSurveyTexts } from '@zhiheng/contract/feedback/survey-texts';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { answer, goodAnswers, openSurvey, openWay, runOn } from '../../surveys/surveys.factory.ts';
import { good, setTwoThemes, slow } from '../feedback.factory.ts';

const server = useTestServer();

async function write(org: TestOrganisation, surveyId: string, texts: readonly string[]): Promise<void> {
  const run = await runOn(org, await openWay(org, { id: surveyId }));
  for (const why of texts) await answer(org, run, { answers: { ...goodAnswers, again: 3, why } });
}

test('themes of one survey with their sentiment and quotes; a correction counts at once', async () => {
  const org = await newOrganisation(server);
  const ids = await setTwoThemes(org);
  const [survey, other] = [await openSurvey(org), await openSurvey(org)];
  await write(org, survey.id, [slow, slow, good, '没有意见']);
  await write(org, other.id, [slow]);
  await deliverEvents(server);
  const read = () => org.call(getSurveyTexts, { params: { id: survey.id } });
  const before = await read();
  expect(before).toMatchObject({ n: 4, corrected: 0 });
  expect(before.positive + before.negative + before.unclear).toBe(4);
  const theme = before.themes.find(({ id }) => id === ids['waiting']);
  expect(theme).toMatchObject({
    n: 2,
    positive: 0,
    negative: { kind: 'figure', n: 2, value: 1 },
    quotes: [{ body: slow, polarity: 'negative' }],
  });
  const [quote] = theme?.quotes ?? [];
  await org.call(api.changeFeedback, { body: { ids: [quote?.id ?? ''], change: { polarity: 'positive' } } });
  const after = await read();
  expect(after).toMatchObject({ positive: before.positive + 1, negative: before.negative - 1, corrected: 1 });
  expect(after.themes.find(({ id }) => id === ids['waiting'])).toMatchObject({ n: 2, positive: 1, negative: { value: 0.5 } });
});

test('a survey without texts has none, one that is not there is not found', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const none = { n: 0, positive: 0, negative: 0, unclear: 0, corrected: 0, withoutTheme: 0, themes: [], found: [] };
  expect(await org.call(getSurveyTexts, { params: { id: survey.id } })).toEqual(none);
  const stranger = await newOrganisation(server);
  expect(await stranger.refusal(getSurveyTexts, { params: { id: survey.id } })).toMatchObject({ code: 'not_found' });
});
