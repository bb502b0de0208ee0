import { createPlan, recordStep, updatePlan } from '@zhiheng/contract/improvement/plans';
import { createAction, createProject, getProject, moveProject, updateAction, updateProject } from '@zhiheng/contract/improvement/projects';
import { addDecision, createReview, updateReview } from '@zhiheng/contract/improvement/reviews';
import { judgeSuggestion, makeSuggestion, rewardSuggestion } from '@zhiheng/contract/improvement/suggestions';
import type { Person } from './set-up-organisation.ts';

const day = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** A project under way, a meeting that speaks of it, and suggestions in several states. */
export async function furnishImprovement(person: Person): Promise<{ project: string; review: string; plan: string }> {
  const project = await furnishProject(person);
  await furnishSuggestions(person);
  return { project, review: await furnishReview(person, project), plan: await furnishPlan(person, project) };
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

async function furnishPlan({ call }: Person, projectId: string): Promise<string> {
  const { id, version } = await call(createPlan, { body: { title: '明年服务质量计划', fromOn: dayIn(-60), untilOn: dayIn(200) } });
  const record = '面向企业客户和内部用户。';
  await call(recordStep, { params: { id, step: 'serve' }, body: { version, record, done: true } });
  const goalId = '0197d000-0000-7000-8000-0000000000a1';
  const goal = { id: goalId, title: '夜间解决时间减半', strategy: '全天候服务', needIds: [], indicatorCode: 'incident_resolution_time' };
  const line = { goalId, ownerId: null, dueOn: dayIn(60), weight: 2, doneOn: null };
  await call(updatePlan, {
    params: { id },
    body: {
      version: version + 1,
      goals: [{ ...goal, baseline: 8, target: 4, stages: [{ on: dayIn(90), value: 6 }] }],
      lines: [
        { ...line, id: '0197d000-0000-7000-8000-0000000000b1', kind: 'process', title: '夜间值班改进', projectId },
        { ...line, id: '0197d000-0000-7000-8000-0000000000b2', kind: 'training', title: '值班员培训', projectId: null, doneOn: dayIn(-5) },
      ],
    },
  });
  return id;
}
