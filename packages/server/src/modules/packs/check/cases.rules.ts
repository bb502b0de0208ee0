import { flawsOfCaseLimits, type CaseLimits } from '@zhiheng/contract/cases/case-settings';
import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { circles, codesOf, duplicates, reference } from './references.rules.ts';

type Content = Pick<
  PackContent,
  'organisation.yaml' | 'services.yaml' | 'cases.yaml' | 'fields.yaml' | 'categories.yaml' | 'articles.yaml'
>;

/** Limits, fields, categories and articles. */
export function checkCases(content: Content): Flaw[] {
  return [...checkLimits(content), ...checkFields(content), ...checkCategories(content), ...checkArticles(content)];
}

const fieldNames: Partial<Record<keyof CaseLimits, string>> = { resultHours: 'result_hours', followUpUntilDays: 'follow_up_until_days' };

function checkLimits({ 'cases.yaml': limits }: Content): Flaw[] {
  if (limits === null) return [];
  const flaws = flawsOfCaseLimits({
    ...{ responseHours: limits.response_hours, resultHours: limits.result_hours, retryAfterDays: limits.retry_after_days },
    ...{ followUpAfterDays: limits.follow_up_after_days, followUpUntilDays: limits.follow_up_until_days },
    ...{ attempts: limits.attempts, closeAfterDays: limits.close_after_days },
  });
  return flaws.map(([field, code]) => ({ file: 'cases.yaml', path: [fieldNames[field] ?? field], code }));
}

/** What is chosen from needs something to choose, each once. */
function checkFields(content: Content): Flaw[] {
  const file = 'fields.yaml';
  const { fields } = content[file];
  const options = fields.flatMap(({ code, kind, options: given }, index): Flaw[] => {
    const path = ['fields', index, 'options'];
    const chosen = kind === 'choice' || kind === 'several';
    if (chosen && given.length === 0) return [{ file, path: ['fields', index, 'kind'], code: 'options_missing', params: { code } }];
    return duplicates({ file, path }, given);
  });
  return [...duplicates({ file, path: ['fields'] }, fields), ...options];
}

function checkCategories(content: Content): Flaw[] {
  const file = 'categories.yaml';
  const { categories } = content[file];
  const known = { kind: 'category', codes: codesOf(categories) } as const;
  const teams = { kind: 'team', codes: codesOf(content['organisation.yaml'].teams) } as const;
  const references = categories.flatMap(({ parent, team }, index) => [
    ...reference({ file, path: ['categories', index, 'parent'] }, parent, known),
    ...reference({ file, path: ['categories', index, 'team'] }, team, teams),
  ]);
  return [...duplicates({ file, path: ['categories'] }, categories), ...references, ...circles({ file, path: ['categories'] }, categories)];
}

function checkArticles(content: Content): Flaw[] {
  const file = 'articles.yaml';
  const { articles } = content[file];
  const services = { kind: 'service', codes: codesOf(content['services.yaml'].services) } as const;
  const categories = { kind: 'category', codes: codesOf(content['categories.yaml'].categories) } as const;
  const references = articles.flatMap((article, index) => [
    ...article.services.flatMap((code, nth) => reference({ file, path: ['articles', index, 'services', nth] }, code, services)),
    ...article.categories.flatMap((code, nth) => reference({ file, path: ['articles', index, 'categories', nth] }, code, categories)),
  ]);
  return [...duplicates({ file, path: ['articles'] }, articles), ...references];
}
