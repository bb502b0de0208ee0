import { setTimeout as sleep } from 'node:timers/promises';
import type { CallEndpoint } from '@zhiheng/contract/call';
import { getResponseImport, startResponseImport, uploadResponses } from '@zhiheng/contract/surveys/response-imports';
import { publish } from './furnish-survey.ts';

const t = (zh: string, en: string) => ({ zh, en });
const aspects = [
  ['quick', '办理快', 'Quick'],
  ['polite', '态度好', 'Polite'],
  ['clear', '讲得清', 'Clear'],
  ['clean', '环境好', 'Clean'],
] as const;
const fields = aspects.map(([key]) => `aspects.${key}`);

const form = {
  languages: ['zh', 'en'],
  title: t('窗口体验', 'At the counter'),
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
            { key: 'person', text: t('个人', 'A person') },
            { key: 'company', text: t('企业', 'A company') },
          ],
        },
        {
          key: 'aspects',
          type: 'matrix' as const,
          text: t('各方面如何？', 'How was it?'),
          rows: aspects.map(([key, zh, en]) => ({ key, text: t(zh, en) })),
          scale: { min: 1 as const, max: 5 },
        },
        { key: 'liked', type: 'scale' as const, text: t('您满意吗？', 'Are you satisfied?'), scale: { min: 1 as const, max: 5 } },
      ],
    },
  ],
  endings: [{ key: 'thanks', text: t('谢谢', 'Thank you') }],
  measures: [
    { kind: 'csat' as const, key: 'csat', name: t('满意率', 'Satisfied'), field: 'liked', from: 4 },
    { kind: 'drivers' as const, key: 'drivers', name: t('满意的原因', 'Reasons'), fields, outcome: 'liked' },
    {
      kind: 'structure' as const,
      key: 'scale',
      name: t('窗口量表', 'Scale'),
      scales: [{ key: 'all', name: t('四个方面', 'Four aspects'), fields }],
    },
  ],
};

const level = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

/** 120 people: companies are less satisfied, and the aspects hang together without being the same. */
const lines = Array.from({ length: 120 }, (_, n) => {
  const isCompany = n % 3 === 0;
  const mood = 3.4 + 1.3 * Math.sin(1.7 * n) - (isCompany ? 0.9 : 0);
  const own = aspects.map((_aspect, i) => level(mood + 0.9 * Math.sin(n * (i + 2.3) + i)));
  const liked = level(0.6 * (own[0] ?? 3) + 0.3 * (own[1] ?? 3) + 0.4 + 0.7 * Math.sin(5.1 * n));
  return [n, isCompany ? 'company' : 'person', ...own, liked].join(',');
});

/** A published survey whose answers have something to be found in. */
export async function furnishAnalysedSurvey(call: CallEndpoint): Promise<string> {
  const { id } = await publish(call, { form });
  const body = new FormData();
  const head = ['key', 'who', ...aspects.map(([key]) => key), 'liked'].join(',');
  body.append('file', new File([[head, ...lines].join('\n')], 'counter.csv', { type: 'text/csv' }));
  const file = await call(uploadResponses, { params: { id }, body });
  const columns = { who: 'who', liked: 'liked', ...Object.fromEntries(aspects.map(([key]) => [key, `aspects.${key}`])) };
  const reading = { versionNumber: 1, columns, recordColumn: 'key', timeColumn: null, at: '2026-11-02T09:00:00+08:00' };
  const started = await call(startResponseImport, { params: { id }, body: { fileId: file.id, reading } });
  for (let state = started.state; state !== 'done'; { state } = await call(getResponseImport, { params: { id: started.id } })) {
    if (state === 'failed') throw new Error('the answers were not imported');
    await sleep(200);
  }
  return id;
}
