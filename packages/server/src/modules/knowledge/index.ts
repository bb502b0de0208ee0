/** The door of knowledge. */
export { bindKnowledge } from './knowledge.routes.ts';
export { articlesPackPart } from './pack-part.ts';
export { restoreArticle } from './restore-article.ts';
export { findArticle } from './read-article.ts';
export { openArticle } from './open-article.ts';
export { settleOffer, settleOpenOffer } from './settle-offer.ts';
export { suggestArticles } from './suggest-articles.ts';
