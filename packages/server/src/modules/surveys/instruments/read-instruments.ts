import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { form } from '@zhiheng/forms/definition';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { getInstrument as getEndpoint, InstrumentRow, listInstruments as listEndpoint } from '@zhiheng/contract/surveys/surveys';
import { code, localProse, localText } from '@zhiheng/contract/values/text';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';

const instrument = z.strictObject({ code, name: localText, about: localProse, citation: z.string(), minutes: z.number().positive(), form });
type Instrument = z.infer<typeof instrument>;

/** Read once: they are files of the house, which do not change while it runs. */
const read = new Map<string, readonly Instrument[]>();

function instrumentsIn(folder: string): readonly Instrument[] {
  const known = read.get(folder);
  if (known !== undefined) return known;
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const instruments = names.sort().map((name) => instrument.parse(parse(readFileSync(join(folder, name), 'utf8'))));
  read.set(folder, instruments);
  return instruments;
}

/** Throws 404 when there is none of this code. */
export function findInstrument(folder: string, wanted: string): Instrument {
  const found = instrumentsIn(folder).find((one) => one.code === wanted);
  if (found === undefined) throw notFound('instrument');
  return found;
}

const rowOf = ({ form: { pages, languages }, ...one }: Instrument): InstrumentRow => ({
  ...{ code: one.code, name: one.name, about: one.about, citation: one.citation, minutes: one.minutes, languages },
  questions: pages.flatMap(({ questions }) => questions).filter(({ type }) => type !== 'note').length,
});

export const listInstruments = (folder: string) => async (): Promise<Reply<typeof listEndpoint>> => ({
  items: instrumentsIn(folder).map(rowOf),
});

export const getInstrument =
  (folder: string) =>
  async (_call: Call, { params }: { readonly params: { readonly code: string } }): Promise<Reply<typeof getEndpoint>> => {
    const found = findInstrument(folder, params.code);
    return { ...rowOf(found), form: found.form };
  };
