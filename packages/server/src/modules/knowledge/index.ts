/** The door of knowledge. */
export { bindKnowledge } from './knowledge.routes.ts';
export { restoreArticle } from './restore-article.ts';
