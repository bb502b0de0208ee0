import { setTimeout as sleep } from 'node:timers/promises';
import { getCaseImport, previewCaseFile, startCaseImport, uploadCaseFile } from '@zhiheng/contract/cases/case-imports';
import type { Person } from './set-up-organisation.ts';

const log = `number,incident_state,priority,assignment_group,opened_at,sys_updated_at,resolved_at
0000060,New,3,Network,2026-09-01 06:38,2026-09-01 06:42,2026-09-02 12:06
0000060,Resolved,3,Network,2026-09-01 06:38,2026-09-02 12:06,2026-09-02 12:06
0000061,New,2,Mail,2026-09-01 07:00,2026-09-01 07:00,2026-09-03 09:30
0000061,Active,2,Mail,2026-09-01 07:00,2026-09-01 08:00,2026-09-03 09:30
0000061,Resolved,2,Mail,2026-09-01 07:00,2026-09-03 09:00,2026-09-03 09:30
0000062,Limbo,4,Mail,2026-09-01 09:00,2026-09-01 09:00,
`;

/** Cases of another desk, one of which cannot come in and one whose solution is told twice. */
export async function importCasesOf({ call }: Person): Promise<{ caseImport: string; caseFile: string }> {
  const body = new FormData();
  body.append('file', new File([log], 'incident-log.csv', { type: 'text/csv' }));
  const file = await call(uploadCaseFile, { body });
  const { mapping } = await call(previewCaseFile, { params: { id: file.id }, body: {} });
  const { id } = await call(startCaseImport, { body: { fileId: file.id, mapping } });
  for (let tries = 0; tries < 240; tries++) {
    const { state } = await call(getCaseImport, { params: { id } });
    if (state === 'done') return { caseImport: id, caseFile: file.id };
    if (state === 'failed' || state === 'cancelled') throw new Error(`the import of cases of the furnishing ended as ${state}`);
    await sleep(250);
  }
  throw new Error('the import of cases of the furnishing did not end in a minute');
}
