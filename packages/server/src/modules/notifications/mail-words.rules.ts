import type { NotificationKind } from '@zhiheng/contract/notifications/notifications';
import { localText, type Locale } from '@zhiheng/contract/values/text';

/** What a mail is about. */
export interface MailedNotice {
  readonly kind: NotificationKind;
  /** number and subject of a case, name of another thing */
  readonly label: string;
  readonly path: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const step = (value: unknown, locale: Locale): string => localText.safeParse(value).data?.[locale] ?? '';

type Sentence = (params: MailedNotice['params']) => string;

const sentences: Readonly<Record<Locale, Readonly<Record<NotificationKind, Sentence>>>> = {
  zh: {
    assigned: () => '工单已分派给你',
    'team-case': () => '你的团队有一张新工单',
    mentioned: () => '有人在工单中提到了你',
    'customer-replied': () => '客户回复了你的工单',
    escalated: ({ name }) => `工单升级：${step(name, 'zh')}`,
    breached: () => '工单已超过约定时限',
    'follow-up-due': ({ dueOn }) => `应在 ${text(dueOn)} 回访客户`,
    'follow-up': ({ late }) => (late === true ? '你负责的回访已逾期' : '有一位不满意的客户等你回访'),
    'campaign-told': () => '测评结果已发布，请查看并确认',
    'objective-alert': () => '可用性目标的错误预算消耗过快',
    'action-assigned': ({ title }) => `改进行动由你负责：${text(title)}`,
    'action-late': ({ title, dueOn }) => `改进行动已逾期（应于 ${text(dueOn)} 完成）：${text(title)}`,
    'webhook-off': () => '开放数据的网络回调一天未能送达，已停用',
    automation: ({ message }) => text(message),
    digest: ({ overdue, dueToday, followUps }) =>
      `今日汇总：${text(overdue)} 件已超时，${text(dueToday)} 件今日到期，${text(followUps)} 次待回访`,
  },
  en: {
    assigned: () => 'A case was assigned to you',
    'team-case': () => 'Your team has a new case',
    mentioned: () => 'Somebody mentioned you on a case',
    'customer-replied': () => 'The customer answered on your case',
    escalated: ({ name }) => `Case escalated: ${step(name, 'en')}`,
    breached: () => 'A case ran past a promised time',
    'follow-up-due': ({ dueOn }) => `Follow up with the customer on ${text(dueOn)}`,
    'follow-up': ({ late }) => (late === true ? 'A follow-up of yours is late' : 'A customer who was not content waits for your call'),
    'campaign-told': () => 'An assessment has its result: read it and take note',
    'objective-alert': () => 'An objective uses up its error budget too fast',
    'action-assigned': ({ title }) => `An improvement action is yours: ${text(title)}`,
    'action-late': ({ title, dueOn }) => `An improvement action is late (due ${text(dueOn)}): ${text(title)}`,
    'webhook-off': () => 'A webhook of open data failed for a day and is disabled',
    automation: ({ message }) => text(message),
    digest: ({ overdue, dueToday, followUps }) => `Today: ${text(overdue)} overdue, ${text(dueToday)} due, ${text(followUps)} to follow up`,
  },
};

/** What happened, in one sentence. */
export const sentenceOf = (kind: NotificationKind, params: MailedNotice['params'], locale: Locale): string =>
  sentences[locale][kind](params);

const storm = { zh: (n: number) => `${n} 项时限提醒`, en: (n: number) => `${n} alerts on promised times` } as const;
const why = {
  zh: '你收到这封邮件，是因为在通知设置里选择了它。',
  en: 'You get this mail because your notification settings ask for it.',
} as const;

/** Subject and text of one mail about one thing, or about the things of a storm. */
export function mailOf(notices: readonly MailedNotice[], locale: Locale, base: string | null): { subject: string; text: string } {
  const lines = notices.map(({ kind, label, path, params }) => {
    const address = base === null ? '' : `\n${base.replace(/\/+$/, '')}${path}`;
    return `${sentences[locale][kind](params)}\n${label}${address}`;
  });
  const [first] = notices;
  const single =
    first === undefined ? '' : `${sentences[locale][first.kind](first.params)}${first.kind === 'digest' ? '' : ` · ${first.label}`}`;
  return { subject: notices.length === 1 ? single : storm[locale](notices.length), text: `${lines.join('\n\n')}\n\n${why[locale]}\n` };
}
