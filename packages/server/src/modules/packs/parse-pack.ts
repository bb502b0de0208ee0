import { packFiles, type PackContent, type PackFileName } from '@zhiheng/contract/packs/pack-file';
import { checkAgreements } from './check/agreements.rules.ts';
import { checkCases } from './check/cases.rules.ts';
import { checkCalendars } from './check/calendars.rules.ts';
import { checkCustomers } from './check/customers.rules.ts';
import { checkDemo } from './check/demo.rules.ts';
import { checkIndicators } from './check/indicators.rules.ts';
import { checkObjectives } from './check/objectives.rules.ts';
import { checkOrganisation } from './check/organisation.rules.ts';
import { checkScorecards } from './check/scorecards.rules.ts';
import { checkServices } from './check/services.rules.ts';
import { checkStandards } from './check/standards.rules.ts';
import { checkSurveys } from './check/surveys.rules.ts';
import { packInvalid, type Flaw, type Mistake } from './mistake.ts';
import { flawsOf, readYaml, type YamlFile } from './read-yaml.ts';

/** Texts of the files of a pack by their names. */
export type PackTexts = Readonly<Record<string, string>>;

const names = Object.keys(packFiles) as PackFileName[];
const checks = [
  checkOrganisation,
  checkCustomers,
  checkServices,
  checkCalendars,
  checkAgreements,
  checkCases,
  checkIndicators,
  checkStandards,
  checkScorecards,
  checkObjectives,
  checkSurveys,
  checkDemo,
];

/**
 * Reads a pack from the texts of its files. Throws 422 `pack_invalid` with every mistake by file, line and column; what lies
 * across files is checked once each file by itself is sound.
 */
export function parsePack(texts: PackTexts, folder?: string): PackContent {
  const present = names.filter((name) => Object.hasOwn(texts, name));
  const files = new Map(present.map((name) => [name, readYaml(name, texts[name] ?? '')]));
  const mistakes = [...wrongFiles(texts), ...present.flatMap((name) => checkFile(name, files))];
  if (mistakes.length > 0) throw packInvalid(mistakes);
  const content = contentOf(files);
  const flaws = [...checkHeader(content, folder), ...checks.flatMap((check) => check(content))];
  if (flaws.length > 0) throw packInvalid(flaws.map((flaw) => place(flaw, files)));
  return content;
}

function wrongFiles(texts: PackTexts): Mistake[] {
  const at = (file: string, code: string): Mistake => ({ file, line: 1, column: 1, path: '', code, params: {} });
  const missing = names.filter((name) => !Object.hasOwn(absent, name) && !Object.hasOwn(texts, name));
  const unknown = Object.keys(texts).filter((name) => !(names as string[]).includes(name));
  return [...missing.map((name) => at(name, 'missing_file')), ...unknown.map((name) => at(name, 'unknown_file'))];
}

type Files = ReadonlyMap<PackFileName, YamlFile>;

function checkFile(name: PackFileName, files: Files): Mistake[] {
  const file = files.get(name);
  if (file === undefined) return [];
  if (file.mistakes.length > 0) return [...file.mistakes];
  return flawsOf(name, packFiles[name], file.content).map(file.locate);
}

/** What stands for a file that a pack does without. */
const absent: { readonly [N in PackFileName]?: PackContent[N] } = {
  'customers.yaml': { segment_rules: [] },
  'calendars.yaml': { calendars: [] },
  'agreements.yaml': { suppliers: [], agreements: [] },
  'cases.yaml': null,
  'fields.yaml': { fields: [] },
  'categories.yaml': { categories: [] },
  'articles.yaml': { articles: [] },
  'standards.yaml': { standards: [] },
  'objectives.yaml': { objectives: [] },
  'surveys.yaml': { surveys: [] },
  'demo.yaml': null,
};

/** Every file has passed its schema: parsing once more fills the defaults in. */
const contentOf = (files: Files): PackContent =>
  Object.fromEntries(
    names.map((name) => [name, files.has(name) ? packFiles[name].parse(files.get(name)?.content) : absent[name]]),
  ) as unknown as PackContent;

function checkHeader(content: PackContent, folder: string | undefined): Flaw[] {
  const { pack } = content['pack.yaml'];
  if (folder === undefined || pack === folder) return [];
  return [{ file: 'pack.yaml', path: ['pack'], code: 'pack_is_not_its_folder', params: { code: pack, folder } }];
}

function place(flaw: Flaw, files: Files): Mistake {
  const file = files.get(flaw.file as PackFileName);
  return file?.locate(flaw) ?? { ...flaw, line: 1, column: 1, path: flaw.path.map(String).join('.'), params: flaw.params ?? {} };
}
