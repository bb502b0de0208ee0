/** What is said in made-up cases. */
export interface CaseTexts {
  readonly description: string;
  readonly received: string;
  readonly question: string;
  readonly reply: string;
  readonly solved: string;
  readonly again: string;
  readonly remedy: string;
}

export const caseTexts: Readonly<Record<'zh' | 'en', CaseTexts>> = {
  zh: {
    description: '演示数据：客户反映的情况如标题所述。',
    received: '您好，您反映的情况已经受理，正在核实，有进展会第一时间告诉您。',
    question: '为了尽快处理，请补充发生的时间和具体位置。',
    reply: '今天上午发生的，具体情况已经补充，请尽快处理。',
    solved: '问题已经处理完毕，请您确认；如仍有不便，请直接回复。',
    again: '同样的情况又出现了，请再看一下。',
    remedy: '已查明原因并当面说明，安排专人整改，一个月后回访。',
  },
  en: {
    description: 'Demo data: what the customer reports is in the subject.',
    received: 'Thank you, we have your report and are looking into it. You will hear from us as soon as there is news.',
    question: 'To help us along, please say when and where exactly it happened.',
    reply: 'It happened this morning, the details are above. Please see to it soon.',
    solved: 'This has been put right. Please confirm; if anything is left, simply answer.',
    again: 'It has happened again, please look once more.',
    remedy: 'The cause was found and explained in person; somebody is in charge of the correction, and we ask again after a month.',
  },
};
