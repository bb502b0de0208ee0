import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import type { Locale, LocalText } from '@zhiheng/contract/values/text';

/** Words for the file of problems: it is read outside the web page, which has its own. */
export const reasonWords: Readonly<Record<QuarantineReason, LocalText>> = {
  unknown_indicator: { zh: '没有这个指标', en: 'No such indicator' },
  unknown_service: { zh: '没有这项服务', en: 'No such service' },
  unknown_team: { zh: '没有这个团队', en: 'No such team' },
  unknown_site: { zh: '没有这个地点', en: 'No such site' },
  unknown_segment: { zh: '没有这个客户群', en: 'No such customer segment' },
  missing_time: { zh: '缺少时间', en: 'Time is missing' },
  impossible_time: { zh: '时间无法识别或不存在', en: 'Not a time that exists' },
  future_time: { zh: '时间在未来', en: 'Time lies in the future' },
  missing_value: { zh: '缺少数值', en: 'Value is missing' },
  not_a_number: { zh: '不是数字', en: 'Not a number' },
  not_yes_no: { zh: '不是“是”或“否”', en: 'Neither yes nor no' },
  wrong_unit: { zh: '单位与指标不符', en: 'Unit does not fit the indicator' },
  out_of_range: { zh: '超出合理范围', en: 'Outside the plausible range' },
  negative_duration: { zh: '结束早于开始', en: 'Ends before it begins' },
  not_whole: { zh: '计数不是整数', en: 'Not a whole count' },
  share_above_one: { zh: '分子大于分母或为负', en: 'More than there are, or negative' },
  formula_indicator: { zh: '该指标由公式计算，不接受数据', en: 'Computed by a formula, takes no data' },
  malformed_row: { zh: '该行格式错误', en: 'Malformed row' },
  missing_key: { zh: '缺少记录编号', en: 'Record key is missing' },
};

export const headWords: Readonly<Record<Locale, readonly [line: string, indicator: string, reason: string, value: string]>> = {
  zh: ['行号', '指标', '原因', '值'],
  en: ['Line', 'Indicator', 'Reason', 'Value'],
};
