import type { FormInput } from '@zhiheng/forms/definition';

const t = (zh: string, en: string) => ({ zh, en });
const likert = { '1': t('非常不同意', 'Strongly disagree'), '7': t('非常同意', 'Strongly agree') };
const satisfied = {
  '1': t('很不满意', 'Very dissatisfied'),
  '2': t('不满意', 'Dissatisfied'),
  '3': t('一般', 'Neutral'),
  '4': t('满意', 'Satisfied'),
  '5': t('非常满意', 'Very satisfied'),
};
const statements = [
  { key: 'clean', text: t('大厅环境整洁', 'The hall is clean') },
  { key: 'gear', text: t('设备完好', 'The equipment is in order') },
];
const ways = [
  { key: 'window', text: t('现场窗口', 'At the counter') },
  { key: 'app', text: t('手机应用', 'Mobile application') },
  { key: 'phone', text: t('电话热线', 'Telephone') },
];

/** A survey with every kind of question, on five pages. */
export const everyQuestion: FormInput = {
  languages: ['zh', 'en'],
  title: t('政务服务质量调查', 'Quality of public services'),
  intro: t('感谢您来到服务大厅。', 'Thank you for coming.'),
  privacy: t('答案只用于改进服务。', 'Answers are used to improve the service only.'),
  consent: true,
  pages: [
    {
      key: 'visit',
      title: t('办事经过', 'Your visit'),
      questions: [
        {
          key: 'way',
          type: 'single',
          required: true,
          text: t('您通过哪种方式办理？', 'How did you come to us?'),
          options: [...ways, { key: 'other', text: t('其他', 'Something else'), write: true }],
        },
        { key: 'again', type: 'nps', required: true, text: t('您会推荐我们吗？', 'Would you recommend us?') },
        { key: 'satisfied', type: 'scale', text: t('您满意吗？', 'Are you satisfied?'), scale: { min: 1, max: 5, labels: satisfied } },
        {
          key: 'why',
          type: 'text',
          long: true,
          text: t('是什么让您不满意？', 'What made you dissatisfied?'),
          when: { op: 'le', field: 'satisfied', value: 2 },
        },
      ],
    },
    {
      key: 'scales',
      title: t('量表', 'Scales'),
      questions: [
        {
          key: 'hall',
          type: 'matrix',
          required: true,
          text: t('您同意吗？', 'Do you agree?'),
          rows: statements,
          scale: { min: 1, max: 7, labels: likert, na: true },
        },
        { key: 'stars', type: 'scale', text: t('请打星', 'How many stars?'), scale: { min: 1, max: 5, look: 'stars' } },
        { key: 'faces', type: 'scale', text: t('等候感受', 'The waiting'), scale: { min: 1, max: 5, look: 'faces', labels: satisfied } },
        {
          key: 'score',
          type: 'scale',
          text: t('请打分', 'Your score'),
          scale: { min: 0, max: 100, look: 'slider', na: true, labels: { '0': t('最差', 'Worst'), '100': t('最好', 'Best') } },
        },
        { key: 'effort', type: 'ces', text: t('费力吗？', 'Was it easy?') },
      ],
    },
    {
      key: 'choices',
      title: t('选择与排序', 'Choices'),
      questions: [
        {
          key: 'better',
          type: 'multiple',
          text: t('哪些需要改进？', 'What should we improve?'),
          most: 2,
          alone: 'none',
          options: [...ways, { key: 'none', text: t('都不需要', 'Nothing') }],
        },
        { key: 'district', type: 'single', look: 'dropdown', text: t('所在区域', 'Your district'), options: ways },
        { key: 'order', type: 'ranking', text: t('请排序', 'Put these in order'), options: ways },
        { key: 'share', type: 'points', text: t('分配分数', 'Share the points'), total: 10, rows: statements, required: true },
      ],
    },
    {
      key: 'pairs',
      title: t('期望与感受', 'Expected and perceived'),
      questions: [
        {
          key: 'gap',
          type: 'pair',
          ask: 'expectation',
          text: t('分别评价', 'Rate each twice'),
          rows: statements,
          scale: { min: 1, max: 7, labels: likert },
        },
        {
          key: 'matter',
          type: 'pair',
          ask: 'importance',
          apart: true,
          text: t('重要与满意', 'Important and good'),
          rows: statements,
          scale: { min: 1, max: 5 },
        },
        {
          key: 'feature',
          type: 'kano',
          text: t('您怎么看？', 'How do you feel?'),
          rows: [{ key: 'night', text: t('晚间服务', 'Evening hours') }],
        },
      ],
    },
    {
      key: 'words',
      title: t('填写', 'In your words'),
      questions: [
        { key: 'hint', type: 'note', text: t('以下可以不填。', 'You may leave these empty.') },
        { key: 'mail', type: 'text', kind: 'email', text: t('电子邮箱', 'E-mail') },
        { key: 'age', type: 'number', text: t('年龄', 'Age'), min: 0, max: 120, unit: t('岁', 'years') },
        { key: 'day', type: 'date', text: t('办理日期', 'Day of the visit') },
        { key: 'picture', type: 'file', kinds: ['image', 'text'], text: t('照片', 'Pictures') },
      ],
    },
  ],
  endings: [{ key: 'thanks', text: t('您的意见已送达大厅。', 'Your opinion has reached the hall.') }],
};

/** Two questions on one page. */
export const shortForm: FormInput = {
  languages: ['zh', 'en'],
  title: t('一分钟评价', 'One minute'),
  pages: [
    {
      key: 'only',
      questions: [
        { key: 'satisfied', type: 'scale', required: true, text: t('您满意吗？', 'Are you satisfied?'), scale: { min: 1, max: 5 } },
        { key: 'why', type: 'text', text: t('为什么？', 'Why?') },
      ],
    },
  ],
};
