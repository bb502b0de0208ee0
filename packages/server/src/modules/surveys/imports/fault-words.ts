import type { Locale, LocalText } from '@zhiheng/contract/values/text';

/** Words for the file of faults: it is read outside the web page, which has its own. */
const words: Readonly<Record<string, LocalText>> = {
  required: { zh: '必答，但没有内容', en: 'Needed, but empty' },
  'unknown-option': { zh: '没有这个选项', en: 'No such option' },
  'out-of-scale': { zh: '超出量表范围', en: 'Outside of the scale' },
  'not-whole': { zh: '不是整数', en: 'No whole number' },
  'not-a-number': { zh: '不是数字', en: 'No number' },
  'not-applicable-refused': { zh: '这道题不能答“不适用”', en: '"Not applicable" is no answer here' },
  hidden: { zh: '按条件不该出现这道题', en: 'By its condition this was not asked' },
  'hidden-option': { zh: '按条件不该出现这个选项', en: 'By its condition this option was not shown' },
  sum: { zh: '分数合计不对', en: 'The points do not add up' },
  'too-long': { zh: '文字太长', en: 'Too long' },
  'too-small': { zh: '小于最小值', en: 'Below the least' },
  'too-large': { zh: '大于最大值', en: 'Above the most' },
  'not-a-date': { zh: '不是日期', en: 'No date' },
  'not-a-time': { zh: '时间读不出来', en: 'The time cannot be read' },
  'not-all-ranked': { zh: '没有排完', en: 'Not all put in order' },
  'unknown-field': { zh: '问卷里没有这一项', en: 'Not in the survey' },
  twice: { zh: '重复', en: 'Twice' },
  'too-many': { zh: '选得太多', en: 'Too many chosen' },
  'too-few': { zh: '选得太少', en: 'Too few chosen' },
  'wrong-time': { zh: '答卷时间读不出来', en: 'The time of the answer cannot be read' },
  'record-missing': { zh: '编号列是空的', en: 'The column with the key is empty' },
  'duplicate-record': { zh: '编号在文件里重复', en: 'The key came before in this file' },
  'unclosed-quote': { zh: '引号没有闭合，该行无法读取', en: 'A quote is never closed; the line cannot be read' },
  'row-too-long': { zh: '该行太长，无法读取', en: 'The line is too long to be read' },
};

export const faultWords = (code: string, locale: Locale): string => words[code]?.[locale] ?? code;

export const headWords: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['行号', '题目', '题目代码', '原因'],
  en: ['Line', 'Question', 'Field', 'Why'],
};
