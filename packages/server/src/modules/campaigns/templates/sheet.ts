import { form, type Form } from '@zhiheng/forms/definition';

const rows = [
  { key: 'reliable', text: { zh: '可靠：说到做到，少出差错', en: 'Reliable: keeps its promises, makes few mistakes' } },
  { key: 'prompt', text: { zh: '及时：响应和解决够快', en: 'Prompt: answers and solves fast enough' } },
  { key: 'capable', text: { zh: '能力：人员、工具和知识够用', en: 'Capable: people, tools and knowledge suffice' } },
  { key: 'orderly', text: { zh: '规范：流程清楚并被遵守', en: 'Orderly: processes are clear and followed' } },
  { key: 'caring', text: { zh: '关怀：站在客户一边', en: 'Caring: stands on the side of customers' } },
];

/** The sheet that experts fill in where a campaign has no other. */
export const usualSheet: Form = form.parse({
  languages: ['zh', 'en'],
  title: { zh: '专家评审表', en: 'Expert review sheet' },
  pages: [
    {
      key: 'judgement',
      questions: [
        {
          key: 'quality',
          type: 'matrix',
          required: true,
          text: { zh: '您如何评价这项服务？', en: 'How do you judge this service?' },
          rows,
          scale: { min: 1, max: 5, labels: { 1: { zh: '很差', en: 'very poor' }, 5: { zh: '很好', en: 'very good' } } },
        },
        { key: 'remark', type: 'text', long: true, text: { zh: '依据和建议', en: 'Grounds and advice' } },
      ],
    },
  ],
  measures: [
    {
      key: 'quality',
      kind: 'mean',
      name: { zh: '专家评分（1–5）', en: 'Rating of experts (1–5)' },
      fields: rows.map(({ key }) => `quality.${key}`),
    },
  ],
});
