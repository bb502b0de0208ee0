import type { CaseColumn, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { caseColumn, importedStatus } from '@zhiheng/contract/cases/case-imports';
import { localText } from '@zhiheng/contract/values/text';
import { z } from 'zod';
import glpi from './presets/glpi.json' with { type: 'json' };
import jiraChanges from './presets/jira-changes.json' with { type: 'json' };
import jiraCsv from './presets/jira-csv.json' with { type: 'json' };
import jiraJson from './presets/jira-json.json' with { type: 'json' };
import plainEvents from './presets/plain-events.json' with { type: 'json' };
import plain from './presets/plain.json' with { type: 'json' };
import serviceNowLog from './presets/servicenow-log.json' with { type: 'json' };
import serviceNow from './presets/servicenow.json' with { type: 'json' };
import words from './presets/words.json' with { type: 'json' };
import xes from './presets/xes.json' with { type: 'json' };
import zammadCsv from './presets/zammad-csv.json' with { type: 'json' };
import zammadJson from './presets/zammad-json.json' with { type: 'json' };

/** What the exports of a product look like. */
const product = z.object({
  code: z.string(),
  /** the source under which its cases are known */
  product: z.string(),
  name: localText,
  format: z.enum(['table', 'jira-json', 'zammad-json']),
  rows: z.enum(['cases', 'events', 'changes']),
  key: z.array(z.string()),
  /** names that a column may bear, the usual one first */
  columns: z.partialRecord(caseColumn, z.array(z.string())),
  /** columns without which a file is not of this product */
  needs: z.array(caseColumn),
  /** names by which it is told from others */
  signs: z.array(z.string()),
  /** words that mean something else here than usually */
  statuses: z.record(z.string(), importedStatus).default({}),
});
export type Product = z.infer<typeof product>;

export const products: readonly Product[] = [
  serviceNowLog,
  serviceNow,
  jiraJson,
  jiraCsv,
  jiraChanges,
  glpi,
  zammadJson,
  zammadCsv,
  xes,
  plain,
  plainEvents,
].map((preset) => product.parse(preset));

const names = new Map<string, Product['name']>(Object.entries(words.products));

export const nameOfProduct = (product: string): Product['name'] => names.get(product) ?? { zh: product, en: product };

/** Which columns of a file a product's names find. */
export function placed(of: Product, columns: readonly string[]): { key: string | undefined; columns: CaseImportMapping['columns'] } {
  const byName = new Map(columns.map((name) => [name.toLowerCase(), name]));
  const find = (names: readonly string[]): string | undefined =>
    names.find((name) => columns.includes(name)) ?? names.map((name) => byName.get(name.toLowerCase())).find((name) => name !== undefined);
  const found = Object.entries(of.columns).flatMap(([field, names]) => {
    const name = find(names);
    return name === undefined ? [] : [[field as CaseColumn, name] as const];
  });
  return { key: find(of.key), columns: Object.fromEntries(found) };
}

/** The product whose names fit best; null when none has what it needs. */
export function recogniseProduct(format: string, columns: readonly string[]): Product | null {
  const scored = products.flatMap((of) => {
    if (of.format !== (format.endsWith('-json') ? format : 'table')) return [];
    const found = placed(of, columns);
    const whole = found.key !== undefined && of.needs.every((field) => found.columns[field] !== undefined);
    const signs = of.signs.filter((sign) => columns.includes(sign)).length;
    const fits = of.signs.length === 0 || signs > 0;
    return whole && fits ? [{ of, score: 3 * signs + Object.keys(found.columns).length }] : [];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.of ?? null;
}
