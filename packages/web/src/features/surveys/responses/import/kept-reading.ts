import { responseReading, type ResponseReading } from '@zhiheng/contract/surveys/response-imports';

const keyOf = (fileId: string) => `zhiheng-answers-import-${fileId}`;

/** Remembers for this tab how a table is read, so that a reload between the trial and the import loses nothing. */
export const keepReading = (fileId: string, reading: ResponseReading): void =>
  sessionStorage.setItem(keyOf(fileId), JSON.stringify(reading));

export function keptReading(fileId: string): ResponseReading | null {
  const text = sessionStorage.getItem(keyOf(fileId));
  return text === null ? null : (responseReading.safeParse(JSON.parse(text)).data ?? null);
}
