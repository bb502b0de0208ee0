import { setTimeout as sleep } from 'node:timers/promises';
import { updateMe } from '@zhiheng/contract/identity/sign-in';
import { getResponseImport, startResponseImport, uploadResponses } from '@zhiheng/contract/surveys/response-imports';
import { judgeResponses, listResponses } from '@zhiheng/contract/surveys/responses';
import { getSurvey, saveSurvey } from '@zhiheng/contract/surveys/surveys';
import { checkAccess, settled } from '../../harness/check-access.ts';
import { expect, test, type Visitor } from '../../harness/fixtures.ts';
import { publish } from '../../harness/furnish-survey.ts';
import { say } from '../../harness/words.ts';

const words = say('zh');
const t = (zh: string, en: string) => ({ zh, en });
const form = {
  languages: ['zh', 'en'],
  title: t('门诊体验', 'The outpatient visit'),
  groups: ['who'],
  pages: [
    {
      key: 'page',
      questions: [
        {
          key: 'who',
          type: 'single' as const,
          text: t('您是？', 'You are?'),
          options: [
            { key: 'patient', text: t('患者', 'A patient') },
            { key: 'visitor', text: t('家属', 'A relative') },
          ],
        },
        { key: 'liked', type: 'scale' as const, text: t('您满意吗？', 'Are you satisfied?'), scale: { min: 1 as const, max: 5 } },
      ],
    },
  ],
  measures: [{ kind: 'csat' as const, key: 'csat', name: t('满意率', 'Satisfied'), field: 'liked', from: 4 }],
};

/** 10 patients, of whom 8 are satisfied, and 3 relatives. */
const answers = [
  ...Array.from({ length: 10 }, (_, n) => `p${n},2026-10-1${n % 5}T09:00:00+08:00,patient,${n < 8 ? 5 : 2}`),
  ...Array.from({ length: 3 }, (_, n) => `v${n},2026-09-1${n}T09:00:00+08:00,visitor,4`),
];

async function survey({ call }: Visitor): Promise<string> {
  const { id } = await publish(call, { form });
  const { version } = await call(getSurvey, { params: { id } });
  await call(saveSurvey, { params: { id }, body: { version, settings: { minimumGroup: 5 } } });
  const body = new FormData();
  body.append('file', new File([['key,at,who,liked', ...answers].join('\n')], 'visits.csv', { type: 'text/csv' }));
  const file = await call(uploadResponses, { params: { id }, body });
  const reading = { versionNumber: 1, columns: { who: 'who', liked: 'liked' }, recordColumn: 'key', timeColumn: 'at' };
  const started = await call(startResponseImport, { params: { id }, body: { fileId: file.id, reading } });
  for (let state = started.state; state !== 'done'; { state } = await call(getResponseImport, { params: { id: started.id } })) {
    if (state === 'failed') throw new Error('the answers were not imported');
    await sleep(200);
  }
  return id;
}

test('results are narrowed, seen without suspicious answers, and silent about groups that are too small', async ({ fresh }) => {
  const visitor = await fresh();
  const { page, call } = visitor;
  const id = await survey(visitor);
  const { items } = await call(listResponses, { params: { id } });
  const low = items.filter(({ scores }) => scores['csat'] === 0).map((one) => one.id);
  expect(low).toHaveLength(2);
  await call(judgeResponses, { params: { id }, body: { ids: low, verdict: 'excluded', reason: '测试' } });

  await page.goto(`/app/surveys/${id}/results`);
  await settled(page);
  const satisfied = page.getByRole('heading', { name: '满意率', exact: true }).first().locator('xpath=../..');
  // 11 of 13, and 11 of 11 once the two are left out.
  await expect(satisfied).toContainText('84.6%');
  await expect(page.getByText(words('survey_results_clean_figure', { value: '100.0%', n: 11 })).first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '家属' }).first()).toContainText(words('survey_results_insufficient'));
  await checkAccess(page, 'results of a survey');

  await page.getByRole('combobox', { name: words('survey_results_which') }).click();
  await page.getByTitle(words('survey_results_clean_answers')).click();
  await expect(page).toHaveURL(/quality=clean/);
  await expect(satisfied).toContainText('100.0%');

  await page.getByRole('combobox', { name: words('survey_results_group'), exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '家属' }).click();
  await expect(page).toHaveURL(/group=who/);
  await expect(satisfied).toContainText(words('survey_results_insufficient'));
  await expect(satisfied).not.toContainText('%');

  await page.goto(`/app/surveys/${id}/results?from=2026-10`);
  await settled(page);
  await expect(page.getByText(words('survey_results_answers_n', { n: 10 }))).toBeVisible();
  await expect(satisfied).toContainText('80.0%');

  await call(updateMe, { body: { theme: 'dark' } });
  await page.goto(`/app/surveys/${id}/results`);
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await checkAccess(page, 'results of a survey in the dark');
});
