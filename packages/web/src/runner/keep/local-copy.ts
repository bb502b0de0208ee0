import type { RawAnswers } from '@zhiheng/contract/surveys/runs';
import type { Upload } from '../runner-state.ts';

/** What is kept on this device until the answers are sent. */
export interface LocalCopy {
  readonly resume: string;
  readonly versionId: string;
  readonly answers: RawAnswers;
  readonly page: string | null;
  readonly language: string;
  readonly consent: boolean;
  readonly uploads: readonly Upload[];
  readonly seconds: number;
}

/** A place to keep a copy. */
export interface Keeper {
  read(): LocalCopy | null;
  write(copy: LocalCopy): void;
  clear(): void;
}

/** In the storage of the browser. A browser without one, as in a frame of a foreign page, keeps nothing and works all the same. */
export function localKeeper(token: string): Keeper {
  const name = `zhiheng-run-${token}`;
  return {
    read: () => readJson<LocalCopy>(name),
    write: (copy) => void writeJson(name, copy),
    clear: () => writeJson(name, null),
  };
}

/** What is stored under a name; null when it is nothing, or nothing that can be read. */
export function readJson<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Whether it could be stored. Null takes away what was there. */
export function writeJson(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
