import { expect, test } from 'vitest';
import { getFinding } from '@zhiheng/contract/findings/findings';
import { getProject } from '@zhiheng/contract/improvement/projects';
import * as api from '@zhiheng/contract/improvement/suggestions';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';

const server = useTestServer();
const suggest = (org: TestOrganisation, title = 'A bell at the counter') =>
  org.call(api.makeSuggestion, { body: { title, text: 'So that one hears' } });

test('from a suggestion to a finding, a project and a reward; the leaderboard counts it and can be switched off', async () => {
  const org = await newOrganisation(server);
  const { id, version } = await suggest(org);
  const params = { id };
  expect((await org.refusal(api.rewardSuggestion, { params, body: { version, points: 5 } })).code).toBe('suggestion_not_accepted');
  const found = await org.call(api.turnSuggestion, { params, body: { version, into: 'finding' } });
  expect(found).toMatchObject({ state: 'accepted', judgedBy: 'Ada', finding: { number: 'F-00001' }, project: null });
  expect(await org.call(getFinding, { params: { id: found.finding?.id ?? '' } })).toMatchObject({
    source: 'suggestion',
    title: { en: 'A bell at the counter' },
  });
  expect((await org.refusal(api.turnSuggestion, { params, body: { version: found.version, into: 'finding' } })).code).toBe(
    'suggestion_turned',
  );
  const turned = await org.call(api.turnSuggestion, { params, body: { version: found.version, into: 'project' } });
  expect(await org.call(getProject, { params: { id: turned.project?.id ?? '' } })).toMatchObject({
    title: 'A bell at the counter',
    findingIds: [found.finding?.id],
  });
  const rewarded = await org.call(api.rewardSuggestion, { params, body: { version: turned.version, points: 50, note: 'well seen' } });
  expect(rewarded).toMatchObject({ points: 50, rewards: [{ points: 50, note: 'well seen', by: 'Ada' }] });
  expect(await org.call(api.suggestionLeaders)).toEqual({ shown: true, items: [{ name: 'Ada', suggestions: 1, accepted: 1, points: 50 }] });
  const settings = { version: 0, leaderboard: false, public: false, intro: { zh: '', en: '' } };
  await org.call(api.saveSuggestionSettings, { body: settings });
  expect(await org.call(api.suggestionLeaders)).toEqual({ shown: false, items: [] });
  expect((await org.refusal(api.saveSuggestionSettings, { body: settings })).code).toBe('changed_meanwhile');
  const log = (await eventsOf(org)).filter(({ entity_kind }) => entity_kind === 'suggestion').map(({ type }) => type);
  expect(log).toEqual(['suggestion.made', 'suggestion.turned', 'suggestion.turned', 'suggestion.rewarded']);
});

test('declining needs an answer; one’s own is taken back while nobody judged it', async () => {
  const org = await newOrganisation(server);
  const { id } = await suggest(org);
  const params = { id };
  expect((await org.refusal(api.judgeSuggestion, { params, body: { version: 1, state: 'declined' } })).errors).toMatchObject([
    { path: 'answer' },
  ]);
  expect((await org.refusal(api.judgeSuggestion, { params, body: { version: 1, state: 'done' } })).code).toBe('suggestion_not_accepted');
  const other = { cookie: await org.as('service-agent') };
  expect((await org.refusal(api.withdrawSuggestion, { params }, other)).code).toBe('suggestion_of_others');
  await org.call(api.judgeSuggestion, { params, body: { version: 1, state: 'considering' } });
  expect((await org.refusal(api.withdrawSuggestion, { params })).code).toBe('suggestion_judged');
  const second = await suggest(org, 'Tea');
  expect(await org.call(api.withdrawSuggestion, { params: { id: second.id } })).toMatchObject({ state: 'withdrawn' });
  expect((await org.refusal(api.turnSuggestion, { params: { id: second.id }, body: { version: 2, into: 'project' } })).code).toBe(
    'suggestion_withdrawn',
  );
  expect((await org.call(api.listSuggestions, { query: { mine: 'true' } }, other)).items).toEqual([]);
  expect((await org.call(api.listSuggestions, { query: { state: 'withdrawn' } })).items.map(({ title }) => title)).toEqual(['Tea']);
});

test('customers suggest only while the box is open; who they are is for those who may read personal values', async () => {
  const org = await newOrganisation(server);
  const settings = { leaderboard: true, public: true, intro: { zh: '请讲', en: 'Tell us' } };
  const { url } = await org.call(api.saveSuggestionSettings, { body: { ...settings, version: 0 } });
  const code = url?.split('/p/s/')[1] ?? '';
  const outside = { cookie: null };
  expect(await org.call(api.openSuggestionBox, { params: { code } }, outside)).toEqual({ organisation: 'Test', intro: settings.intro });
  const body = { title: 'Longer hours', name: 'Mr Li', contact: 'li@example.org' };
  await org.call(api.putIntoBox, { params: { code }, body }, outside);
  const { items } = await org.call(api.listSuggestions);
  expect(items).toMatchObject([{ origin: 'customer', author: 'Mr Li', contact: 'li@example.org', mine: false, state: 'new' }]);
  expect((await org.call(api.listSuggestions, {}, { cookie: await org.as('auditor') })).items).toMatchObject([{ contact: '' }]);
  expect((await org.call(api.suggestionLeaders)).items).toEqual([]);
  await org.call(api.saveSuggestionSettings, { body: { ...settings, public: false, version: 1 } });
  for (const closed of [code, 'abcdefghjk'])
    expect((await org.refusal(api.putIntoBox, { params: { code: closed }, body }, outside)).code).toBe('not_found');
});
