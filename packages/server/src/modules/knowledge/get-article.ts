import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Article, getArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Call } from '../../platform/operation.ts';
import { findArticle } from './read-article.ts';

export const getArticle = (call: Call, { params }: Parsed<typeof endpoint>): Promise<Article> => findArticle(call, params.id);
