import { createAction, createProject, getProject, moveProject, updateAction, updateProject } from '@zhiheng/contract/improvement/projects';
import { addDecision, createReview, updateReview } from '@zhiheng/contract/improvement/reviews';
import { judgeSuggestion, makeSuggestion, rewardSuggestion } from '@zhiheng/contract/improvement/suggestions';
import type { Person } from './set-up-organisation.ts';

const day = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** A project under way, a meeting that speaks of it, and suggestions in several states. */
export async function furnishImprovement(person: Person): Promise<{ project: string; review: string }> {
  const project = await furnishProject(person);
  await furnishSuggestions(person);
  return { project, review: await furnishReview(person, project) };
}

/** Something done, something late, something that begins before what it waits for ends. */
async function furnishProject({ call }: Person): Promise<string> {
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

async function furnishReview({ call }: Person, projectId: string): Promise<string> {
  const meeting = { kind: 'improvement', title: '十二月改进评审', at: `${dayIn(5)}T02:00:00Z`, place: '三楼会议室' } as const;
  const { id, version } = await call(createReview, { body: meeting });
  await call(updateReview, { params: { id }, body: { version, record: '会前已收到各班组的书面意见。' } });
  await call(addDecision, { params: { id }, body: { text: '夜班每班两人，试行一个月', dueOn: dayIn(20), projectId } });
  await call(addDecision, { params: { id }, body: { text: '向客户通报进展', dueOn: dayIn(10) } });
  return id;
}

async function furnishSuggestions({ call }: Person): Promise<void> {
  await call(makeSuggestion, { body: { title: '夜间值班电话自动转接', text: '现在要查表再拨，耽误几分钟。' } });
  const liked = await call(makeSuggestion, { body: { title: '工单模板按故障类型预填', text: '少填三项，记录也更一致。' } });
  const accepted = await call(judgeSuggestion, {
    params: { id: liked.id },
    body: { version: liked.version, state: 'accepted', answer: '下个版本上线。' },
  });
  await call(rewardSuggestion, { params: { id: liked.id }, body: { version: accepted.version, points: 50, note: '月度好建议' } });
}
