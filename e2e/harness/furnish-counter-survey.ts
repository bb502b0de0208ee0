import { setTimeout as sleep } from 'node:timers/promises';
import { createDistribution, setQuotas } from '@zhiheng/contract/surveys/distributions';
import { getResponseImport, startResponseImport, uploadResponses } from '@zhiheng/contract/surveys/response-imports';
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
  const { published } = await call(getSurvey, { params: { id } });
  await importAnswers({ call }, id, published ?? 1);
  return { survey: id, way: way.id };
}

async function importAnswers({ call }: Pick<Person, 'call'>, survey: string, versionNumber: number): Promise<void> {
  const body = new FormData();
  body.append('file', new File([answers], 'counter.csv', { type: 'text/csv' }));
  const file = await call(uploadResponses, { params: { id: survey }, body });
  const reading = { versionNumber, columns: { q1: 'q1' }, recordColumn: 'key', timeColumn: 'at' };
  const { id } = await call(startResponseImport, { params: { id: survey }, body: { fileId: file.id, reading } });
  for (let turn = 0; turn < 300; turn += 1) {
    const { state } = await call(getResponseImport, { params: { id } });
    if (state === 'done') return;
    if (state !== 'queued' && state !== 'running') throw new Error(`the answers of the furnishing were not imported: ${state}`);
    await sleep(200);
  }
  throw new Error('the answers of the furnishing were not imported in a minute');
}
