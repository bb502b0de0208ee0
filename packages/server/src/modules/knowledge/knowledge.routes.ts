import * as api from '@zhiheng/contract/knowledge/knowledge';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createArticle } from './create-article.ts';
import { deleteArticle } from './delete-article.ts';
import { getArticle } from './get-article.ts';
import { linkArticle, unlinkArticle } from './link-article.ts';
import { listArticles } from './list-articles.ts';
import { listArticleVersions } from './list-versions.ts';
import { openArticle } from './open-article.ts';
import { publishArticle, retireArticle } from './set-state.ts';
import { readDeflection } from './read-deflection.ts';
import { settleOffer } from './settle-offer.ts';
import { suggestArticles } from './suggest-articles.ts';
import { updateArticle } from './update-article.ts';
import { voteArticle } from './vote-article.ts';

export function bindKnowledge(binder: Binder): void {
  bind(binder, api.listArticles, listArticles);
  bind(binder, api.getArticle, getArticle);
  bind(binder, api.createArticle, createArticle);
  bind(binder, api.updateArticle, updateArticle);
  bind(binder, api.publishArticle, publishArticle);
  bind(binder, api.retireArticle, retireArticle);
  bind(binder, api.deleteArticle, deleteArticle);
  bind(binder, api.listArticleVersions, listArticleVersions);
  bind(binder, api.voteArticle, voteArticle);
  bind(binder, api.readArticle, openArticle);
  bind(binder, api.linkArticle, linkArticle);
  bind(binder, api.unlinkArticle, unlinkArticle);
  bind(binder, api.suggestArticles, suggestArticles);
  bind(binder, api.settleOffer, settleOffer);
  bind(binder, api.articleDeflection, readDeflection);
}
