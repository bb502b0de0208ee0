import type { CallInput } from '@zhiheng/contract/endpoint';
import * as portal from '@zhiheng/contract/cases/portal';
import type { As, TestOrganisation } from '../../../testing/sign-in.ts';

type Settings = NonNullable<CallInput<typeof portal.savePortalSettings>['body']>;
type Filing = NonNullable<CallInput<typeof portal.fileCase>['body']>;

let addresses = 0;
/** Somebody without an account; each from an address of their own, so that the limits on calls stay out of it. */
export const nobody = (): As => ({ cookie: null, headers: { 'x-forwarded-for': `198.51.100.${++addresses % 250}` } });

/** Opens the door to customers; returns the code of its address. */
export async function openDoor(org: TestOrganisation, more: Partial<Settings> = {}): Promise<string> {
  const { url: _, ...settings } = await org.call(portal.getPortalSettings);
  const saved = await org.call(portal.savePortalSettings, { body: { ...settings, open: true, ...more } });
  return saved.url?.split('/').at(-1) ?? '';
}

/** What a customer sends who has nothing particular to say. */
export const filing = (more: Partial<Filing> = {}): Filing => ({
  type: 'incident',
  subject: '打印机卡纸',
  description: '三楼东侧',
  contactName: '王小明',
  contactPhone: '13812345678',
  language: 'zh',
  consent: true,
  ...more,
});

/** Files a case as a customer does. */
export const file = (org: TestOrganisation, code: string, more: Partial<Filing> = {}): Promise<{ number: string; token: string }> =>
  org.call(portal.fileCase, { params: { code }, body: filing(more) }, nobody());
