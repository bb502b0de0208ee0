import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { form } from '@zhiheng/forms/definition';
import type { Reply } from '@zhiheng/contract/endpoint';
import { fieldKind, type FieldKind } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import type {
  getGuideTemplate as getEndpoint,
  GuideTemplate,
  listGuideTemplates as listEndpoint,
} from '@zhiheng/contract/fieldwork/studies';
import { code, localProse, localText } from '@zhiheng/contract/values/text';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';

const template = z.strictObject({ code, kind: fieldKind, name: localText, about: localProse, form });
type Template = z.infer<typeof template>;

/** Read once: they are files of the house, which do not change while it runs. */
const read = new Map<string, readonly Template[]>();

/** Guides lie beside the instruments of surveys, in a folder of their own. */
function templatesIn(instrumentsFolder: string): readonly Template[] {
  const known = read.get(instrumentsFolder);
  if (known !== undefined) return known;
  const folder = join(instrumentsFolder, 'guides');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const templates = names.sort().map((name) => template.parse(parse(readFileSync(join(folder, name), 'utf8'))));
  read.set(instrumentsFolder, templates);
  return templates;
}

/** Throws 404 when there is none of this code. */
export function findTemplate(instrumentsFolder: string, wanted: string): Template {
  const found = templatesIn(instrumentsFolder).find((one) => one.code === wanted);
  if (found === undefined) throw notFound('guide_template');
  return found;
}

/** The first guide of a kind; null where the house has none. */
export const templateOfKind = (instrumentsFolder: string, kind: FieldKind): Template | null =>
  templatesIn(instrumentsFolder).find((one) => one.kind === kind) ?? null;

const rowOf = ({ form: { pages }, ...row }: Template): GuideTemplate => ({
  ...row,
  questions: pages.flatMap(({ questions }) => questions).filter(({ type }) => type !== 'note').length,
});

export const listTemplates = (instrumentsFolder: string) => async (): Promise<Reply<typeof listEndpoint>> => ({
  items: templatesIn(instrumentsFolder).map(rowOf),
});

export const getTemplate =
  (instrumentsFolder: string) =>
  async (_call: Call, { params }: { readonly params: { readonly code: string } }): Promise<Reply<typeof getEndpoint>> => {
    const found = findTemplate(instrumentsFolder, params.code);
    return { ...rowOf(found), form: found.form };
  };
