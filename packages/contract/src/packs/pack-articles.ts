import { z } from 'zod';
import { code } from '../values/text.ts';

const title = z.strictObject({ zh: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });
const body = z.strictObject({ zh: z.string().trim().min(1).max(50_000), en: z.string().trim().min(1).max(50_000) });

/** One article of `articles.yaml`; it is published at once. `services` and `categories` name codes of the same pack. */
export const packArticle = z.strictObject({
  code,
  title,
  body,
  keywords: z.array(z.string().trim().min(1).max(40)).max(30).default([]),
  services: z.array(code).default([]),
  categories: z.array(code).default([]),
});
export type PackArticle = z.infer<typeof packArticle>;
export const packArticles = z.strictObject({ articles: z.array(packArticle).max(500) });
