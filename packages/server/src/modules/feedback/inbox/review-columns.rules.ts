import { feedbackColumn, type FeedbackColumn } from '@zhiheng/contract/feedback/feedback';

/** Headings under which review sites and spreadsheets write each column, in lower case. */
const headings: Readonly<Record<FeedbackColumn, readonly string[]>> = {
  body: [
    'body',
    'text',
    'comment',
    'review',
    'content',
    'review text',
    '内容',
    '评价内容',
    '评论',
    '评论内容',
    '点评内容',
    '意见',
    '反馈内容',
  ],
  author: ['author', 'user', 'name', 'reviewer', 'nickname', '用户', '昵称', '用户昵称', '作者', '评论人', '姓名'],
  score: ['score', 'rating', 'stars', 'star', '评分', '星级', '分数', '打分'],
  at: ['at', 'date', 'time', 'created', 'created at', 'review date', '时间', '日期', '评论时间', '评价时间', '点评时间'],
  key: ['key', 'id', 'review id', 'comment id', '编号', '评论编号', '评价id', '点评id'],
  site: ['site', 'store', 'shop', 'branch', 'location', '门店', '网点', '店铺', '店名'],
  service: ['service', 'product', '服务', '项目', '商品'],
  title: ['title', 'subject', 'headline', '标题', '主题'],
  tags: ['tags', 'labels', '标签'],
};

export type Columns = Partial<Record<FeedbackColumn, string>>;

/** What the columns of a file mean: as somebody said, and where nobody said by their headings. */
export function columnsOf(names: readonly string[], given: Columns): Columns {
  const taken = new Set(Object.values(given));
  const guessed = feedbackColumn.options.flatMap((column) => {
    if (given[column] !== undefined) return [];
    const name = names.find((each) => !taken.has(each) && headings[column].includes(each.trim().toLowerCase()));
    return name === undefined ? [] : [[column, name] as const];
  });
  return { ...Object.fromEntries(guessed), ...Object.fromEntries(Object.entries(given).filter(([, name]) => name !== '')) };
}
