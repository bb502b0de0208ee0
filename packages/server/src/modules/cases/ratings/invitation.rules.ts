interface Invited {
  readonly number: string;
  readonly language: 'zh' | 'en';
}

const texts = {
  zh: {
    first: (number: string) =>
      `您反映的事项（${number}）已处理完毕。请打开您的专属页面，给这次服务打个分（1 至 5 分），也可以写下您的意见。`,
    reminder: (number: string) => `您反映的事项（${number}）还没有收到您的评价。请打开您的专属页面打个分，只需一分钟；这是最后一次提醒。`,
  },
  en: {
    first: (number: string) =>
      `Your request ${number} has been dealt with. Please open your private page and rate this service from 1 to 5; you may add a comment.`,
    reminder: (number: string) =>
      `We have not heard yet how you found our service for ${number}. Rating it on your private page takes a minute. We will not ask again.`,
  },
} as const;

/** What a customer reads who is asked for a rating. The private page is named, its address is added by the channel that sends it. */
export const invitationText = ({ number, language }: Invited, time: 'first' | 'reminder'): string => texts[language][time](number);
