import { basename, resolve } from 'node:path';
import { AppError } from '../../platform/errors.ts';
import { parsePack } from './parse-pack.ts';
import { readPackFolder } from './shipped-packs.ts';

/** Every mistake in the files of a pack folder; an empty list is a sound pack. */
export function checkPackFolder(folder: string): NonNullable<AppError['detail']['errors']> {
  try {
    parsePack(readPackFolder(folder), basename(resolve(folder)));
    return [];
  } catch (error) {
    if (error instanceof AppError && error.code === 'pack_invalid') return error.detail.errors ?? [];
    throw error;
  }
}
