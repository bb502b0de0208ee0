import type { LocalText } from '@zhiheng/contract/values/text';

/** What the people of the demo wrote about the campaign that is over. */
export const judgement: { readonly strengths: LocalText; readonly weaknesses: LocalText } = {
  strengths: {
    zh: '一线响应稳定，客户对服务态度评价一直较好；数据按期收齐。',
    en: 'The front line answers steadily, customers keep rating its manner well, and the data came in on time.',
  },
  weaknesses: {
    zh: '个别网点的结果明显差于其他网点，总体数字看不出来；处理进度告知不足。',
    en: 'Some sites do clearly worse than others, which the total hides; customers hear too little of progress.',
  },
};

/** `dueIn`: days from now. */
export const findings = [
  {
    title: { zh: '各网点差异大，缺少按网点的周报', en: 'Sites differ widely, and nobody looks at them week by week' },
    note: { zh: '已上线按网点的周报，三周来差距缩小', en: 'A weekly report by site is in place; the gap has narrowed for three weeks' },
    ...{ kind: 'process', severity: 'high', state: 'done', dueIn: -20 },
  },
  {
    title: { zh: '处理进度没有主动告知客户', en: 'Customers are not told how far their matter is' },
    note: { zh: '状态变化时自动发短信', en: 'A message goes out whenever the state changes' },
    ...{ kind: 'technology', severity: 'medium', state: 'done', dueIn: -12 },
  },
  {
    title: { zh: '新员工培训未覆盖投诉处理', en: 'Training of newcomers leaves out the handling of complaints' },
    note: { zh: '课程已补上，下一轮测评核实', en: 'The course has been added; the next assessment will verify it' },
    ...{ kind: 'people', severity: 'low', state: 'verified', dueIn: -5 },
  },
] as const;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** First and last month as `2026-03`. */
export function nameOf(from: string, until: string): LocalText {
  const [year = '', first = ''] = from.split('-');
  const [lastYear = '', last = ''] = until.split('-');
  const over = year === lastYear ? '' : `${lastYear} 年 `;
  return {
    zh: `${year} 年 ${Number(first)} 月至 ${over}${Number(last)} 月服务测评`,
    en: `Service assessment ${months[Number(first) - 1] ?? first} to ${months[Number(last) - 1] ?? last} ${lastYear}`,
  };
}
