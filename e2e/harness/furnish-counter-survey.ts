import { createDistribution, setQuotas } from '@zhiheng/contract/surveys/distributions';
import { importResponses } from '@zhiheng/contract/surveys/responses';
import { createSurvey, getSurvey, publishSurvey } from '@zhiheng/contract/surveys/surveys';
import type { Person } from './set-up-organisation.ts';

const answers = `key,at,q1
1,2026-11-02T09:00:00+08:00,5
2,2026-11-03T10:00:00+08:00,2
3,2026-11-04T11:00:00+08:00,4
`;

/** A published survey with a public link, a telephone way, a quota and answers from a file. */
export async function furnishCounterSurvey({ call }: Person): Promise<{ survey: string; way: string }> {
  const form = {
    languages: ['zh', 'en'],
    title: { zh: '窗口服务', en: 'Counter service' },
    pages: [
      {
        key: 'page1',
        questions: [
          {
            key: 'q1',
            type: 'scale' as const,
            text: { zh: '总体而言，您满意吗？', en: 'All in all, are you satisfied?' },
            scale: { min: 1 as const, max: 5, labels: { '1': { zh: '很不满意', en: 'Not at all' }, '5': { zh: '很满意', en: 'Very' } } },
          },
          {
            key: 'q2',
            type: 'text' as const,
            text: { zh: '哪里可以更好？', en: 'What could be better?' },
            when: { op: 'le' as const, field: 'q1', value: 2 },
          },
        ],
      },
    ],
    endings: [{ key: 'thanks', text: { zh: '谢谢', en: 'Thank you' } }],
    measures: [{ kind: 'csat' as const, key: 'csat', name: { zh: '满意率', en: 'Satisfied' }, field: 'q1', from: 4 }],
  };
  const made = await call(createSurvey, { body: { name: { zh: '窗口服务', en: 'Counter service' }, form } });
  const { id } = await call(publishSurvey, { params: { id: made.id }, body: { version: made.version } });
  const way = await call(createDistribution, { params: { id }, body: { kind: 'public', name: { zh: '海报', en: 'Poster' } } });
  await call(createDistribution, { params: { id }, body: { kind: 'telephone', name: { zh: '电话', en: 'Telephone' } } });
  const quota = { id: crypto.randomUUID(), name: { zh: '全部', en: 'All' }, condition: null, size: 500 };
  await call(setQuotas, { params: { id }, body: { items: [quota] } });
  const columns = { q1: 'q1' };
  const reading = { recordColumn: 'key', timeColumn: 'at', at: null, dryRun: false };
  const { published } = await call(getSurvey, { params: { id } });
  await call(importResponses, { params: { id }, body: { file: answers, versionNumber: published ?? 1, columns, ...reading } });
  return { survey: id, way: way.id };
}
