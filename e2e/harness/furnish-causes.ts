import { createAnalysis, saveTree } from '@zhiheng/contract/causes/causes';
import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { createFailure } from '@zhiheng/contract/causes/service-failures';
import { openFindingByHand } from '@zhiheng/contract/findings/findings';
import { createStandard } from '@zhiheng/contract/standards/standards';
import type { Person } from './set-up-organisation.ts';

const node = (id: string, parentId: string, text: string, kind: CauseNode['kind'] = null): CauseNode => ({
  ...{ id, parentId, text, kind, gate: null, event: null, probability: null },
});

/** A fishbone of a finding, two service failures, and a standard that is still a draft. */
export async function furnishCauses({ call }: Person): Promise<{ analysis: string; standard: string }> {
  const title = { zh: '西园区转派过多', en: 'Too many transfers at the west campus' };
  const finding = await call(openFindingByHand, { body: { title, severity: 'high' } });
  const { id, tree, version } = await call(createAnalysis, { body: { findingId: finding.id, method: 'fishbone' } });
  const causes = [
    node('rule', 'problem', '自动派单规则按楼号判断', 'technology'),
    node('why', 'rule', '规则没有先试运行'),
    node('train', 'problem', '新人不熟悉服务目录', 'people'),
    node('handover', 'problem', '转派时不写原因', 'process'),
    node('site', 'problem', '西园区没有驻点', 'environment'),
  ];
  await call(saveTree, { params: { id }, body: { version, tree: [...tree, ...causes] } });
  const failure = { failed: '邮件网关中断', effect: '外部邮件延迟', detectedBy: 'monitoring' as const };
  await call(createFailure, { body: { ...failure, beganAt: '2026-10-02T02:00:00Z', restoredAt: '2026-10-02T03:30:00Z' } });
  await call(createFailure, { body: { ...failure, failed: '门户登录失败', beganAt: '2026-11-20T01:00:00Z' } });
  const standard = await call(createStandard, {
    body: {
      code: 'visitor-reception',
      name: { zh: '访客接待标准', en: 'Reception of visitors' },
      clauses: [{ code: 'greet', kind: 'attitude', text: { zh: '主动问候来访客人', en: 'Greet every guest first' } }],
    },
  });
  return { analysis: id, standard: standard.id };
}
