import { createSharedBoard, type Widget } from '@zhiheng/contract/insight/shared-boards';
import { createChannel } from '@zhiheng/contract/notifications/channels';
import { createWebhook } from '@zhiheng/contract/open-data/webhooks';
import type { Person } from './set-up-organisation.ts';

const widget = (kind: Widget['kind'], width: Widget['width'], text = ''): Widget => ({
  id: crypto.randomUUID(),
  kind,
  width,
  indicator: null,
  text,
});

/** A robot, a webhook and a board, so that their pages have something to show. Returns the board. */
export async function furnishOpenData({ call }: Person): Promise<string> {
  await call(createChannel, {
    body: {
      ...{ kind: 'wecom', name: '质量群', language: 'zh', kinds: ['objective-alert'], choosable: true, active: true },
      ...{ url: 'http://127.0.0.1:9/send?key=example', secret: null },
    },
  });
  await call(createWebhook, { body: { name: '数据仓库', types: ['survey.published'], url: 'http://127.0.0.1:9/in' } });
  const kinds = [widget('kpi', 'third'), widget('trend', 'half'), widget('ranking', 'half'), widget('attention', 'half')];
  const improvement = [widget('findings', 'half'), widget('projects', 'half'), widget('text', 'full', '每周一早会一起看。')];
  const { id } = await call(createSharedBoard, { body: { name: '服务台晨会', homeOf: null, widgets: [...kinds, ...improvement] } });
  return id;
}
