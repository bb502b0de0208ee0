import { createAction, createProject, getProject, moveProject, updateAction, updateProject } from '@zhiheng/contract/improvement/projects';
import type { Person } from './set-up-organisation.ts';

const day = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** A project under way: something done, something late, something that begins before what it waits for ends; returns its id. */
export async function furnishImprovement({ call }: Person): Promise<string> {
  const begun = await call(createProject, {
    body: {
      ...{ title: '缩短夜间故障解决时间', template: 'pdca', goal: '夜间故障的平均解决时间降到 4 小时以内', targetValue: 4 },
      ...{ startOn: dayIn(-40), dueOn: dayIn(35), budget: 50_000, spent: 12_000, indicatorCode: 'incident_resolution_time' },
    },
  });
  const { id } = begun;
  const versionOf = async () => (await call(getProject, { params: { id } })).version;
  await call(updateProject, {
    params: { id },
    body: { version: await versionOf(), goal: '夜间故障的平均解决时间降到 4 小时以内，白天不变差' },
  });
  await call(createAction, {
    params: { id },
    body: {
      phase: 'do',
      title: '调整夜间值班表，每班两人',
      startOn: dayIn(-10),
      dueOn: dayIn(-3),
      dependsOn: begun.actions.slice(1, 2).map((one) => one.id),
    },
  });
  const reason = '先在夜班试行，验证方案随后登记';
  await call(moveProject, { params: { id }, body: { version: await versionOf(), to: 'running', unverifiedReason: reason } });
  for (const action of begun.actions.slice(0, 2))
    await call(updateAction, { params: { id, actionId: action.id }, body: { version: action.version, state: 'done' } });
  const third = begun.actions[2];
  if (third !== undefined)
    await call(updateAction, { params: { id, actionId: third.id }, body: { version: third.version, state: 'doing' } });
  return id;
}
