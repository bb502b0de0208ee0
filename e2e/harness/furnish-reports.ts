import { setTimeout as sleep } from 'node:timers/promises';
import { getReport, makeReport } from '@zhiheng/contract/reports/reports';
import { createReportSchedule } from '@zhiheng/contract/reports/schedules';
import { createReportTemplate } from '@zhiheng/contract/reports/templates';
import type { Person } from './set-up-organisation.ts';

/** A report with its files, one that is made every month, and a look. */
export async function furnishReports({ call }: Person, period: string): Promise<string> {
  const look = { name: '集团 Group', primary: '#00594f', accent: '#9c2a10', footer: '质量管理部 Quality' };
  const { id: templateId } = await call(createReportTemplate, { body: look });
  const order = {
    kind: 'measurement' as const,
    language: 'zh' as const,
    formats: ['pptx' as const, 'pdf' as const, 'xlsx' as const],
    templateId,
  };
  await call(createReportSchedule, { body: { ...order, name: '每月测评 Monthly', day: 3, hour: 8, recipients: ['lead@example.org'] } });
  const { id } = await call(makeReport, { body: { ...order, period } });
  for (let tries = 0; tries < 360; tries++) {
    const { state, failure } = await call(getReport, { params: { id } });
    if (state === 'done') return id;
    if (state === 'failed') throw new Error(`the report failed: ${String(failure)}`);
    await sleep(500);
  }
  throw new Error('the report was not made in three minutes');
}
