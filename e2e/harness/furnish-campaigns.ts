import {
  createCampaign,
  createFinding,
  getCampaign,
  moveCampaign,
  saveReview,
  setRecipients,
  tellRecipients,
  updateCampaign,
} from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { freezeResult } from '@zhiheng/contract/campaigns/results';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import type { Person } from './set-up-organisation.ts';

const marks = (values: readonly number[]) =>
  Object.fromEntries(['reliable', 'prompt', 'capable', 'orderly', 'caring'].map((row, at) => [`quality.${row}`, values[at] ?? 3]));
const indicators = ['system_availability', 'incident_resolution_time', 'sla_attainment', 'customer_satisfaction'];

/** A finished quarter, and the next one compared with it, in its feedback; returns the latter's id. */
export async function furnishCampaigns(person: Person): Promise<string> {
  const first = await assess(person, {
    name: { zh: '二季度服务测评', en: 'Second quarter assessment' },
    from: '2026-04',
    until: '2026-06',
  });
  return assess(person, {
    name: { zh: '三季度服务测评', en: 'Third quarter assessment' },
    from: '2026-07',
    until: '2026-09',
    copyOf: first,
  });
}

interface Quarter {
  readonly name: { readonly zh: string; readonly en: string };
  readonly from: string;
  readonly until: string;
  readonly copyOf?: string;
}

async function assess({ call }: Person, quarter: Quarter): Promise<string> {
  const account = await call(getMe);
  const { id, plan } = await call(createCampaign, { body: { ...quarter, kind: 'quarterly' } });
  const versionOf = async () => (await call(getCampaign, { params: { id } })).version;
  const move = async (to: CampaignStage) => call(moveCampaign, { params: { id }, body: { version: await versionOf(), to } });
  const roles = [{ role: 'leader' as const, accountId: account.id }];
  const figures = indicators.map((code) => ({ kind: 'indicator' as const, code }));
  const checklist = plan.checklist.map((task) => ({ ...task, done: true }));
  const strengths = { zh: '响应稳定，系统可用率高。', en: 'Answers come steadily, and the system is available.' };
  const weaknesses = { zh: '解决时间长，夜间值班不足。', en: 'Solutions take long, and too few are on duty at night.' };
  await call(updateCampaign, { params: { id }, body: { version: 1, plan: { roles, figures, checklist, strengths, weaknesses } } });
  await move('collect');
  for (const [at, values] of [
    [3, 4, 4, 3, 5],
    [4, 4, 5, 3, 4],
    [3, 3, 4, 2, 5],
  ].entries())
    await call(saveReview, { params: { id }, body: { name: `专家 ${at + 1}`, answers: marks(values) } });
  await move('analyse');
  await call(freezeResult, { params: { id }, body: { version: await versionOf() } });
  await move('feedback');
  await call(setRecipients, { params: { id }, body: { accountIds: [account.id], teamIds: [] } });
  await call(tellRecipients, { params: { id } });
  const finding = {
    title: '夜间故障解决慢',
    detail: '夜间只有一人值班，重大故障要等到早上。',
    kind: 'resources',
    severity: 'high',
  } as const;
  await call(createFinding, {
    params: { id },
    body: { ...finding, evidence: ['indicator:incident_resolution_time'], ownerId: account.id, due: '2026-12-31' },
  });
  return id;
}
