import type { DistributionKind } from '@zhiheng/contract/surveys/distributions';
import type { LocalText } from '@zhiheng/contract/values/text';
import { m } from '../../../paraglide/messages.js';

interface Face {
  readonly name: () => string;
  readonly about: () => string;
  /** what a new one is called until somebody changes it */
  readonly usual: LocalText;
}

export const kindFaces: Readonly<Record<DistributionKind, Face>> = {
  public: { name: m.surveys_way_public, about: m.surveys_way_public_about, usual: { zh: '公开链接', en: 'Public link' } },
  kiosk: { name: m.surveys_way_kiosk, about: m.surveys_way_kiosk_about, usual: { zh: '窗口平板', en: 'Kiosk' } },
  email: { name: m.surveys_way_email, about: m.surveys_way_email_about, usual: { zh: '邮件邀请', en: 'E-mail' } },
  personal: { name: m.surveys_way_personal, about: m.surveys_way_personal_about, usual: { zh: '专属链接', en: 'Personal links' } },
  'after-case': { name: m.surveys_way_after_case, about: m.surveys_way_after_case_about, usual: { zh: '工单解决后', en: 'After a case' } },
  telephone: { name: m.surveys_way_telephone, about: m.surveys_way_telephone_about, usual: { zh: '电话访问', en: 'Telephone' } },
  snippet: { name: m.surveys_way_snippet, about: m.surveys_way_snippet_about, usual: { zh: '网页嵌入', en: 'On a web page' } },
};

export const kinds = Object.keys(kindFaces) as readonly DistributionKind[];

/** Ways by which people are asked one by one. */
export const isPersonal = (kind: DistributionKind): boolean => kind === 'personal' || kind === 'email' || kind === 'after-case';
