import { getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { fileCase, getPortalSettings, savePortalSettings, writeByLink } from '@zhiheng/contract/cases/portal';
import type { Person } from './set-up-organisation.ts';

/** Opens the door to customers; returns the code of its address. */
export async function openDoor({ call }: Person): Promise<string> {
  const { url: _, ...settings } = await call(getPortalSettings);
  const all = ['incident', 'request', 'question', 'complaint', 'adverse-event', 'praise'] as const;
  const { url } = await call(savePortalSettings, { body: { ...settings, open: true, types: [...all], suggests: true, anonymous: true } });
  return url?.split('/').at(-1) ?? '';
}

/** A solved case of a customer with something in its thread, so that all that its private page can ask is on it. */
export async function furnishPortal(person: Person): Promise<{ portal: string; customer: string }> {
  const { call } = person;
  const portal = await openDoor(person);
  const { number, token } = await call(fileCase, {
    params: { code: portal },
    body: {
      ...{
        type: 'incident',
        subject: '会议室投影没有信号',
        description: '二楼大会议室',
        contactName: '王小明',
        contactPhone: '13812345678',
      },
      ...{ language: 'zh', consent: true },
    },
  });
  await call(writeByLink, { params: { token }, body: { body: '下午三点要用。' } });
  const { id, version } = await call(getCase, { params: { id: number } });
  await call(updateCase, { params: { id }, body: { version, status: 'resolved', entry: { kind: 'reply', body: '已更换线缆，请再试。' } } });
  return { portal, customer: token };
}
