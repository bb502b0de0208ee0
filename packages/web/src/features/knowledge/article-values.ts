import type { Article } from '@zhiheng/contract/knowledge/knowledge';

export interface ArticleValues {
  readonly title: { readonly zh?: string; readonly en?: string };
  readonly body: { readonly zh?: string; readonly en?: string };
  readonly keywords: string[];
  readonly serviceIds: string[];
  readonly reviewOn?: string | undefined;
}

const none = { zh: '', en: '' };
export const emptyArticle: ArticleValues = { title: none, body: none, keywords: [], serviceIds: [] };

export const valuesOf = ({ title, body, keywords, serviceIds, reviewOn }: Article): ArticleValues => ({
  ...{ title, body, keywords, serviceIds },
  ...(reviewOn === null ? {} : { reviewOn }),
});

/** An emptied field of antd holds undefined. */
export const bodyOf = ({ title, body, keywords, serviceIds, reviewOn }: ArticleValues) => ({
  title: { zh: title.zh ?? '', en: title.en ?? '' },
  body: { zh: body.zh ?? '', en: body.en ?? '' },
  keywords: [...keywords],
  serviceIds: [...serviceIds],
  reviewOn: reviewOn === undefined || reviewOn === '' ? null : reviewOn,
});
