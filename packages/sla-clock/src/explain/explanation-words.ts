import type { Party } from '../clock/clock-event.ts';
import type { CancelReason } from '../clock/ledger.ts';
import type { Decision, Match } from '../policy/choose-policy.ts';
import type { Dimension, TargetKind } from '../policy/policy.ts';
import type { Language } from './local-time.ts';

/** How one language says the steps of an explanation. */
export interface Vocabulary {
  readonly targets: Readonly<Record<TargetKind, string>>;
  readonly party: (party: Party) => string;
  readonly policy: (name: string, version: number, matched: readonly Match[]) => string;
  readonly beaten: (name: string, version: number, by: Decision) => string;
  readonly takeover: (at: string, name: string, version: number) => string;
  readonly goal: (target: string, promise: string, calendar: string) => string;
  readonly workingTime: (length: string) => string;
  readonly businessDayEnd: (days: number) => string;
  readonly thatIs: (length: string) => string;
  readonly calendar: (id: string, version: number, zone: string) => string;
  readonly start: (at: string, cycle: number) => string;
  readonly span: (from: string, to: string) => string;
  readonly running: (span: string, holder: string, figures: { readonly worked: string; readonly used: string }) => string;
  readonly outsideHours: (span: string) => string;
  readonly paused: (span: string, reason: string, withheld: string) => string;
  readonly heldByOthers: (span: string, holder: string, withheld: string) => string;
  readonly excluded: (span: string, reason: string, figures: { readonly approvedBy: string; readonly withheld: string }) => string;
  readonly stopped: (span: string) => string;
  readonly due: (at: string) => string;
  readonly held: (left: string) => string;
  readonly heldUntil: (left: string, at: string) => string;
  readonly never: string;
  readonly outside: string;
  readonly used: (used: string, goal: string | null) => string;
  readonly stands: Readonly<Record<'running' | 'paused' | 'held-by-others' | 'excluded', string>>;
  readonly overdue: (at: string) => string;
  readonly met: (at: string) => string;
  readonly missed: (at: string, breachedAt: string) => string;
  readonly cancelled: (at: string, because: string) => string;
  readonly cancelReasons: Readonly<Record<CancelReason, string>>;
  readonly reset: (at: string) => string;
}

const dimensionsZh: Readonly<Record<Dimension, string>> = {
  contract: '合同',
  customer: '客户',
  segment: '客户群',
  service: '服务',
  type: '类型',
  priority: '优先级',
  channel: '渠道',
};

const zh: Vocabulary = {
  targets: {
    'first-response': '首次响应',
    'next-reply': '后续答复',
    'periodic-update': '定期通报',
    resolution: '解决',
    'requester-wait': '客户等待',
    'agent-work': '团队处理',
  },
  party: (party) => (party.kind === 'customer' ? '客户' : party.kind === 'team' ? `团队 ${party.id}` : `供应商 ${party.id}`),
  policy: (name, version, matched) =>
    `适用《${name}》第 ${version} 版：${matched.length === 0 ? '它适用于所有工单' : matchedZh(matched)}。`,
  beaten: (name, version, by) => `《${name}》第 ${version} 版也适用，但不采用：${decisionZh(by)}。`,
  takeover: (at, name, version) => `${at} 起改按《${name}》第 ${version} 版，从开始时刻重新计算，此前的暂停保留。`,
  goal: (target, promise, calendar) => `${target}时限：${promise}，按${calendar}计算。`,
  workingTime: (length) => `工作时间 ${length}`,
  businessDayEnd: (days) => (days === 0 ? '当个工作日结束前' : days === 1 ? '下一个工作日结束前' : `之后第 ${days} 个工作日结束前`),
  thatIs: (length) => `，合工作时间 ${length}`,
  calendar: (id, version, zone) => `日历 ${id} 第 ${version} 版（${zone}）`,
  start: (at, cycle) => (cycle === 1 ? `${at} 开始计时。` : `${at} 开始第 ${cycle} 轮计时。`),
  span: (from, to) => `${from} 至 ${to}`,
  running: (span, holder, { worked, used }) => `${span}：${holder}负责，计时 ${worked}，累计 ${used}。`,
  outsideHours: (span) => `${span}：非工作时间，不计时。`,
  paused: (span, reason, withheld) => `${span}：暂停（${reason}），其间工作时间 ${withheld} 不计。`,
  heldByOthers: (span, holder, withheld) => `${span}：由${holder}负责，其间工作时间 ${withheld} 不计。`,
  excluded: (span, reason, { approvedBy, withheld }) => `${span}：经 ${approvedBy} 批准剔除（${reason}），其间工作时间 ${withheld} 不计。`,
  stopped: (span) => `${span}：已停止，重新打开前不计时。`,
  due: (at) => `到期时刻：${at}。`,
  held: (left) => `计时停住，还剩 ${left}。`,
  heldUntil: (left, at) => `计时停住，还剩 ${left}；若现在恢复，到期时刻为 ${at}。`,
  never: '日历中没有足够的工作时间，没有到期时刻。',
  outside: '到期时刻超出日历的范围。',
  used: (used, goal) => (goal === null ? `已用 ${used}。` : `已用 ${used}，时限 ${goal}。`),
  stands: { running: '正在计时。', paused: '暂停中。', 'held-by-others': '由他方负责，不计时。', excluded: '处于剔除时段，不计时。' },
  overdue: (at) => `已于 ${at} 超时。`,
  met: (at) => `${at} 完成，按时。`,
  missed: (at, breachedAt) => `${at} 完成，已于 ${breachedAt} 超时。`,
  cancelled: (at, because) => `${at} 撤销，不再评判：${because}。`,
  cancelReasons: {
    'cancel-condition': '满足撤销条件',
    'start-ceased': '开始条件不再成立',
    merged: '工单已合并',
    'no-policy': '不再有适用的协议',
  },
  reset: (at) => `${at} 重置，本轮不再评判。`,
};

const matchedZh = (matched: readonly Match[]): string =>
  `它指定了${matched.map(({ dimension, value }) => `${dimensionsZh[dimension]} ${value}`).join('、')}`;

function decisionZh(by: Decision): string {
  if (by.kind === 'dimension') return `它没有指定${dimensionsZh[by.dimension]}`;
  return by.kind === 'fewer-values' ? '它指定的范围更宽' : '范围相同，按编号取先';
}

const en: Vocabulary = {
  targets: {
    'first-response': 'First response',
    'next-reply': 'Next reply',
    'periodic-update': 'Periodic update',
    resolution: 'Resolution',
    'requester-wait': 'Requester wait',
    'agent-work': 'Agent work',
  },
  party: (party) => (party.kind === 'customer' ? 'the customer' : `${party.kind} ${party.id}`),
  policy: (name, version, matched) =>
    `"${name}", version ${version}, counts: ${matched.length === 0 ? 'it holds for every case' : matchedEn(matched)}.`,
  beaten: (name, version, by) => `"${name}", version ${version}, holds as well but does not count: ${decisionEn(by)}.`,
  takeover: (at, name, version) =>
    `From ${at} on "${name}", version ${version}, counts, from the start of the clock; earlier pauses are kept.`,
  goal: (target, promise, calendar) => `${target}: ${promise}, counted in ${calendar}.`,
  workingTime: (length) => `${length} of working time`,
  businessDayEnd: (days) => {
    if (days === 0) return 'by the end of the business day';
    return days === 1 ? 'by the end of the next business day' : `by the end of business day ${days} after the start`;
  },
  thatIs: (length) => `, which is ${length} of working time`,
  calendar: (id, version, zone) => `calendar ${id}, version ${version} (${zone})`,
  start: (at, cycle) => (cycle === 1 ? `The clock starts on ${at}.` : `Cycle ${cycle} of the clock starts on ${at}.`),
  span: (from, to) => `${from} to ${to}`,
  running: (span, holder, { worked, used }) => `${span}: runs for ${worked} with ${holder}, ${used} in all.`,
  outsideHours: (span) => `${span}: outside working hours, does not run.`,
  paused: (span, reason, withheld) => `${span}: paused, ${reason}; ${withheld} of working time do not count.`,
  heldByOthers: (span, holder, withheld) => `${span}: with ${holder}; ${withheld} of working time do not count.`,
  excluded: (span, reason, { approvedBy, withheld }) =>
    `${span}: excluded (${reason}), approved by ${approvedBy}; ${withheld} of working time do not count.`,
  stopped: (span) => `${span}: stopped until the case was reopened, does not run.`,
  due: (at) => `Due on ${at}.`,
  held: (left) => `The clock stands still with ${left} left.`,
  heldUntil: (left, at) => `The clock stands still with ${left} left; resumed now, it would be due on ${at}.`,
  never: 'The calendar has not enough working time: there is no deadline.',
  outside: 'The deadline lies beyond the years of the calendar.',
  used: (used, goal) => (goal === null ? ` Used: ${used}.` : ` Used: ${used} of ${goal}.`),
  stands: {
    running: 'Running.',
    paused: 'Paused.',
    'held-by-others': 'With others, not running.',
    excluded: 'In excluded time, not running.',
  },
  overdue: (at) => `Overdue since ${at}.`,
  met: (at) => `Done in time, on ${at}.`,
  missed: (at, breachedAt) => `Done on ${at}, overdue since ${breachedAt}.`,
  cancelled: (at, because) => `Withdrawn on ${at} without a judgement: ${because}.`,
  cancelReasons: {
    'cancel-condition': 'its cancel condition held',
    'start-ceased': 'its start condition ceased to hold',
    merged: 'the case was merged',
    'no-policy': 'no agreement holds any more',
  },
  reset: (at) => `Reset on ${at}: this cycle is judged no more.`,
};

const matchedEn = (matched: readonly Match[]): string =>
  `it names ${matched.map(({ dimension, value }) => `${dimension} ${value}`).join(', ')}`;

function decisionEn(by: Decision): string {
  if (by.kind === 'dimension') return `it names no ${by.dimension}`;
  return by.kind === 'fewer-values' ? 'it names more' : 'the two are equal, and the smaller id counts';
}

/** The words of every language. */
export const vocabularies: Readonly<Record<Language, Vocabulary>> = { zh, en };
