import { expect, test } from 'vitest';
import { campaignPlan } from '@zhiheng/contract/campaigns/plan';
import type { StageFacts } from './read-facts.ts';
import { obstaclesTo } from './stage.rules.ts';

const none: StageFacts = {
  ...{ surveys: [], studies: [], reviews: 0, recipients: 0, told: 0, acknowledged: 0, findings: 0, openFindings: 0, results: 0 },
};
const id = '0197d000-0000-7000-8000-000000000000';
const study = (held: number, wanted: number | null) => ({ studyId: id, name: { zh: '暗访', en: 'Visits' }, held, planned: 3, wanted });
const words = { zh: '看得见', en: 'See it' };
const plan = campaignPlan.parse({
  ...{
    purpose: words,
    from: '2026-01',
    until: '2026-03',
    scope: {},
    methods: [{ kind: 'fieldwork', studyId: id }],
    roles: [],
    milestones: [],
  },
  ...{ checklist: [], figures: [], sheet: null, previousId: null, strengths: words, weaknesses: words },
});
const missing = (studies: StageFacts['studies']) => obstaclesTo({ chain: 'improve', stage: 'collect', plan }, { ...none, studies });

test('collecting goes on until each study has held what it wants, one session where it says nothing', () => {
  expect(missing([study(2, 3), study(0, null)])).toEqual([
    { code: 'sessions_missing', params: { have: 2, wanted: 3 } },
    { code: 'sessions_missing', params: { have: 0, wanted: 1 } },
  ]);
  expect(missing([study(3, 3), study(1, null)])).toEqual([]);
});
