import type { Form, FormText, Option, Question, QuestionType, Row, Scale } from '@zhiheng/forms/definition';
import { bothWords } from './form-texts.ts';

type Words = (zh: string, en: string) => FormText;
type Pair = readonly [zh: string, en: string];

const satisfaction: readonly Pair[] = [
  ['很不满意', 'Very dissatisfied'],
  ['不满意', 'Dissatisfied'],
  ['一般', 'Neither'],
  ['满意', 'Satisfied'],
  ['很满意', 'Very satisfied'],
];
const agreement: readonly Pair[] = [
  ['非常不同意', 'Strongly disagree'],
  ['不同意', 'Disagree'],
  ['一般', 'Neither'],
  ['同意', 'Agree'],
  ['非常同意', 'Strongly agree'],
];
const aspects: readonly Pair[] = [
  ['服务态度', 'Courtesy of staff'],
  ['等候时间', 'Waiting time'],
  ['办理结果', 'The result'],
];

const scaleOf = (words: Words, labels: readonly Pair[], at: readonly number[]): Scale => ({
  ...{ min: 1, max: labels.length, na: false, look: 'buttons' },
  labels: Object.fromEntries(at.map((place) => [String(place), words(...(labels[place - 1] ?? ['', '']))])),
});
const ends = [1, 5];
const all = [1, 2, 3, 4, 5];

const partsOf = (words: Words, kind: string, pairs: readonly Pair[]): (Option & Row)[] =>
  pairs.map(([zh, en], index) => ({ key: `${kind}${index + 1}`, text: words(zh, en) }));

type Made = { readonly [T in QuestionType]: (key: string, words: Words) => Extract<Question, { type: T }> };

/** A question of each kind as it is asked most often, ready to be published once its words are changed. */
const made: Made = {
  single: (key, words) => ({
    ...{ key, type: 'single', required: true, shuffle: false, look: 'list' },
    text: words('您本次办理的是哪一类业务？', 'What did you come for?'),
    options: [
      ...partsOf(words, 'a', [
        ['咨询', 'Information'],
        ['办理', 'An application'],
      ]),
      { key: 'other', text: words('其他', 'Something else'), write: true },
    ],
  }),
  multiple: (key, words) => ({
    ...{ key, type: 'multiple', required: true, shuffle: true, alone: 'none' },
    text: words('哪些方面需要改进？（可多选）', 'What should we improve? Choose all that apply'),
    options: [...partsOf(words, 'a', aspects), { key: 'none', text: words('以上都没有', 'None of these') }],
  }),
  scale: (key, words) => ({
    ...{ key, type: 'scale', required: true, scale: scaleOf(words, satisfaction, all) },
    text: words('总体而言，您对本次服务满意吗？', 'All in all, how satisfied are you with the service?'),
  }),
  matrix: (key, words) => ({
    ...{ key, type: 'matrix', required: true, shuffle: false, scale: { ...scaleOf(words, satisfaction, all), na: true } },
    text: words('您对以下各方面满意吗？', 'How satisfied are you with each of these?'),
    rows: partsOf(words, 'r', aspects),
  }),
  nps: (key, words) => ({
    ...{ key, type: 'nps', required: true },
    text: words('您有多大可能向朋友或同事推荐我们？', 'How likely are you to recommend us to a friend or colleague?'),
    low: words('完全不可能', 'Not at all likely'),
    high: words('极有可能', 'Extremely likely'),
  }),
  ces: (key, words) => ({
    ...{ key, type: 'ces', required: true },
    text: words('我们让您很容易就办成了这件事。', 'We made it easy for you to get this done.'),
    low: words('非常不同意', 'Strongly disagree'),
    high: words('非常同意', 'Strongly agree'),
  }),
  ranking: (key, words) => ({
    ...{ key, type: 'ranking', required: true, shuffle: true },
    text: words('请按重要程度排序，最重要的放在最前面', 'Put these in order, the most important first'),
    options: partsOf(words, 'a', aspects),
  }),
  text: (key, words) => ({
    ...{ key, type: 'text', required: false, long: true, most: 2000, kind: 'words' },
    text: words('您还有什么想告诉我们的？', 'Is there anything else you would like to tell us?'),
    help: words('请不要填写姓名、电话等个人信息', 'Please leave out names, phone numbers and the like'),
  }),
  number: (key, words) => ({
    ...{ key, type: 'number', required: true, decimals: 0, min: 0 },
    text: words('您大约等候了多久？', 'About how long did you wait?'),
    unit: words('分钟', 'minutes'),
  }),
  date: (key, words) => ({ key, type: 'date', required: true, text: words('您是哪一天来的？', 'On which day did you come?') }),
  file: (key, words) => ({
    ...{ key, type: 'file', required: false, most: 3, kinds: ['image', 'pdf'] },
    text: words('如有照片或单据，可在此上传', 'If you have pictures or papers, add them here'),
  }),
  kano: (key, words) => ({
    ...{ key, type: 'kano', required: true },
    text: words('如果提供（或不提供）以下功能，您感觉如何？', 'How would you feel with each of these, and how without it?'),
    rows: partsOf(words, 'r', [
      ['网上预约', 'Booking online'],
      ['排队进度短信提醒', 'A text message when it is your turn'],
    ]),
  }),
  pair: (key, words) => ({
    ...{
      key,
      type: 'pair',
      ask: 'expectation',
      required: true,
      apart: false,
      scale: { ...scaleOf(words, agreement, ends), max: 7, labels: {} },
    },
    text: words('对每一项，请分别给出您的期望和实际感受', 'For each of these, say what you expect and what you found'),
    first: words('期望', 'Expected'),
    second: words('实际', 'Found'),
    rows: partsOf(words, 'r', aspects),
  }),
  points: (key, words) => ({
    ...{ key, type: 'points', required: true, total: 100 },
    text: words('请把 100 分分配给以下各方面，越重要分数越高', 'Share 100 points among these: the more important, the more points'),
    rows: partsOf(words, 'r', aspects),
  }),
  note: (key, words) => ({ key, type: 'note', text: words('以下是关于您本次经历的问题。', 'The next questions are about your visit.') }),
};

/** A new question of a kind with words in the languages of the form, as far as there are any. */
export const newQuestion = (form: Pick<Form, 'languages'>, type: QuestionType, key: string): Question =>
  made[type](key, (zh, en) => bothWords(form, zh, en));

/** A form to begin with: a greeting, one question and thanks. */
export function newForm(title: FormText): Form {
  const languages = ['zh', 'en'];
  const words: Words = (zh, en) => bothWords({ languages }, zh, en);
  return {
    ...{ languages, title, consent: false, given: [], groups: [] },
    intro: words('感谢您参与，大约需要 1 分钟。', 'Thank you for taking part. It takes about a minute.'),
    pages: [{ key: 'page1', questions: [made.scale('q1', words)] }],
    endings: [{ key: 'thanks', text: words('感谢您的反馈！', 'Thank you for your feedback.'), screens: false }],
    measures: [{ kind: 'csat', key: 'csat', name: words('满意率', 'Satisfied'), field: 'q1', from: 4 }],
  };
}
