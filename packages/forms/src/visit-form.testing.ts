import { form, type Form, type FormInput } from './definition/index.ts';

const words = (zh: string, en: string) => ({ zh, en });
const row = (key: string) => ({ key, text: words(`事项${key}`, `Matter ${key}`) });
const option = (key: string) => ({ key, text: words(`选项${key}`, `Option ${key}`) });
const base = (key: string) => ({ key, text: words(`题目${key}`, `Question ${key}`) });
const five = { min: 1, max: 5, na: true } as const;
const seven = { min: 1, max: 7 } as const;

/** A survey after a visit that has every type of question and every kind of measure, and may be published. */
export const visitFormInput = {
  languages: ['zh', 'en'],
  title: words('就诊后调查：{{clinic|本院}}', 'After your visit to {{clinic|our clinic}}'),
  privacy: words('回答只用于改进服务。', 'Answers serve to improve the service only.'),
  consent: true,
  given: [{ key: 'clinic', name: words('诊室', 'Clinic') }],
  pages: [
    {
      key: 'first',
      questions: [
        {
          ...base('visit'),
          type: 'single',
          required: true,
          options: [option('new'), option('again'), { ...option('none'), write: true }],
        },
        {
          ...base('heard'),
          type: 'multiple',
          least: 2,
          most: 3,
          alone: 'nowhere',
          options: [
            option('friend'),
            option('press'),
            { ...option('web'), write: true },
            { ...option('doctor'), when: { op: 'eq', field: 'visit', value: 'again' } },
            option('nowhere'),
          ],
        },
      ],
    },
    {
      key: 'second',
      title: words('您好，{{visit}}', 'Hello, {{visit}}'),
      questions: [
        { key: 'hello', type: 'note', text: words('请评价。', 'Please rate.') },
        {
          ...base('clean'),
          type: 'scale',
          scale: { ...five, labels: { '1': words('很差', 'very bad'), '5': words('很好', 'very good') } },
        },
        { ...base('staff'), type: 'matrix', required: true, scale: five, rows: [row('polite'), row('clear'), row('quick')] },
        { ...base('recommend'), type: 'nps', required: true },
        { ...base('ease'), type: 'ces' },
        { ...base('rank'), type: 'ranking', options: [option('wait'), option('price'), option('care')] },
      ],
    },
    {
      key: 'third',
      when: { op: 'answered', field: 'recommend' },
      questions: [
        { ...base('why'), type: 'text', when: { op: 'le', field: 'recommend', value: 6 }, most: 20 },
        { ...base('mail'), type: 'text', kind: 'email', when: { op: 'answered', field: 'why' } },
        { ...base('minutes'), type: 'number', min: 0, max: 600, decimals: 1, unit: words('分钟', 'minutes') },
        { ...base('day'), type: 'date', from: '2026-01-01', until: '2026-12-31' },
        { ...base('photo'), type: 'file', most: 2 },
        { ...base('online'), type: 'kano', rows: [row('booking'), row('bill')] },
        { ...base('quality'), type: 'pair', ask: 'expectation', scale: seven, rows: [row('modern'), row('neat'), row('ready')] },
        { ...base('weights'), type: 'points', rows: [row('tangibles'), row('response')] },
        { ...base('matters'), type: 'pair', ask: 'importance', scale: seven, rows: [row('price'), row('access')] },
      ],
    },
  ],
  endings: [
    {
      key: 'sorry',
      text: words('谢谢，本调查面向来访者。', 'Thank you; this is for visitors.'),
      screens: true,
      when: { op: 'eq', field: 'visit', value: 'none' },
    },
    { key: 'care', text: words('我们会改进。', 'We shall do better.'), when: { op: 'lt', field: 'recommend', value: 7 } },
    { key: 'thanks', text: words('谢谢！', 'Thank you!') },
  ],
  measures: [
    { key: 'mean', name: words('均值', 'Mean'), kind: 'mean', fields: ['staff.polite', 'staff.clear', 'staff.quick'], least: 2 },
    {
      key: 'sum',
      name: words('总分', 'Sum'),
      kind: 'sum',
      fields: ['visit', 'heard', 'clean'],
      points: { 'visit.again': 5, 'heard.web': 2 },
    },
    { key: 'csat', name: words('满意率', 'Satisfied'), kind: 'csat', field: 'clean', from: 4 },
    { key: 'nps', name: words('净推荐值', 'NPS'), kind: 'nps', field: 'recommend' },
    { key: 'ces', name: words('费力度', 'Effort'), kind: 'ces', field: 'ease' },
    { key: 'csi', name: words('满意指数', 'Index'), kind: 'csi', fields: ['staff.polite', 'staff.clear', 'clean'], weights: [2, 1, 1] },
    {
      key: 'gap',
      name: words('差距', 'Gap'),
      kind: 'servqual',
      question: 'quality',
      points: 'weights',
      dimensions: [
        { key: 'tangibles', name: words('有形性', 'Tangibles'), rows: ['modern', 'neat'] },
        { key: 'response', name: words('响应性', 'Responsiveness'), rows: ['ready'] },
      ],
    },
    {
      key: 'perf',
      name: words('绩效', 'Performance'),
      kind: 'servperf',
      question: 'staff',
      dimensions: [
        { key: 'manner', name: words('态度', 'Manner'), rows: ['polite', 'clear'] },
        { key: 'speed', name: words('速度', 'Speed'), rows: ['quick'] },
      ],
    },
    { key: 'kano', name: words('卡诺', 'Kano'), kind: 'kano', question: 'online' },
    { key: 'ipa', name: words('重要性', 'Importance'), kind: 'ipa', question: 'matters' },
    { key: 'derived', name: words('推导重要性', 'Derived'), kind: 'ipa', question: 'staff', outcome: 'recommend' },
    {
      key: 'model',
      name: words('满意度模型', 'Model'),
      kind: 'ecsi',
      blocks: [
        { key: 'image', name: words('形象', 'Image'), fields: ['staff.polite', 'staff.clear'] },
        { key: 'satisfaction', name: words('满意', 'Satisfaction'), fields: ['clean'] },
        { key: 'loyalty', name: words('忠诚', 'Loyalty'), fields: ['recommend'] },
      ],
      paths: [
        { from: 'image', to: 'satisfaction' },
        { from: 'satisfaction', to: 'loyalty' },
        { from: 'image', to: 'loyalty' },
      ],
      index: 'satisfaction',
    },
    { key: 'grade', name: words('等级', 'Grade'), kind: 'grades', field: 'clean', order: [5, 4, 3, 2, 1] },
    { key: 'drive', name: words('驱动', 'Drivers'), kind: 'drivers', fields: ['staff.polite', 'staff.quick'], outcome: 'recommend' },
    {
      key: 'structure',
      name: words('结构', 'Structure'),
      kind: 'structure',
      scales: [{ key: 'staff', name: words('人员', 'Staff'), fields: ['staff.polite', 'staff.clear', 'staff.quick'] }],
    },
  ],
  groups: ['visit'],
} satisfies FormInput;

/** The same, parsed. */
export const visitForm: Form = form.parse(visitFormInput);

/** Answers to it that are complete. */
export const visitAnswers = {
  visit: 'again',
  heard: ['web', 'doctor'],
  'heard.web': '地图',
  clean: 'na',
  'staff.polite': 5,
  'staff.clear': 4,
  'staff.quick': 'na',
  recommend: 6,
  rank: ['care', 'wait', 'price'],
  why: '等候太久',
  mail: 'li@example.org',
  minutes: 42.5,
  day: '2026-02-28',
  photo: ['0190c3f5-7b1c-7d4e-8f00-0123456789ab'],
  'quality.modern.e': 7,
  'quality.modern.p': 5,
  'quality.neat.e': 6,
  'quality.neat.p': 6,
  'quality.ready.e': 7,
  'quality.ready.p': 3,
  'weights.tangibles': 25,
  'weights.response': 75,
};
