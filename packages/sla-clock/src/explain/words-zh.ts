import type { Match, Decision } from '../policy/choose-policy.ts';
import type { Dimension } from '../policy/policy.ts';
import type { Vocabulary } from './vocabulary.ts';

const dimensionsZh: Readonly<Record<Dimension, string>> = {
  contract: '合同',
  customer: '客户',
  segment: '客户群',
  service: '服务',
  type: '类型',
  priority: '优先级',
  channel: '渠道',
};

/** The explanation in Chinese. Spaces between Chinese and other letters are set by `typeset`. */
export const zh: Vocabulary = {
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
  paused: (span, reason, withheld) => `${span}：暂停（${reason}），其间工作时间${withheld}不计。`,
  heldByOthers: (span, holder, withheld) => `${span}：由${holder}负责，其间工作时间${withheld}不计。`,
  excluded: (span, reason, { approvedBy, withheld }) => `${span}：经 ${approvedBy} 批准剔除（${reason}），其间工作时间${withheld}不计。`,
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
  typeset: (text) => text.replace(/([\p{Script=Han}])([A-Za-z0-9])/gu, '$1 $2').replace(/([A-Za-z0-9%])([\p{Script=Han}])/gu, '$1 $2'),
};

const matchedZh = (matched: readonly Match[]): string =>
  `它指定了${matched.map(({ dimension, value }) => `${dimensionsZh[dimension]} ${value}`).join('、')}`;

function decisionZh(by: Decision): string {
  if (by.kind === 'dimension') return `它没有指定${dimensionsZh[by.dimension]}`;
  return by.kind === 'fewer-values' ? '它指定的范围更宽' : '范围相同，按编号取先';
}
