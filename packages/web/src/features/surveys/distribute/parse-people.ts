import type { Invitee } from '@zhiheng/contract/surveys/distributions';
import { z } from 'zod';

export interface ParsedPeople {
  readonly people: readonly Invitee[];
  /** numbers of the lines in which nobody was found */
  readonly wrong: readonly number[];
}

const email = z.email();

/**
 * People as they come from a table: one a line, cells parted by tabs, commas or semicolons; whichever cell is an e-mail address is the address,
 * the first other one is the name. A first line without an address is a header. `addressed`: nobody without an address.
 */
export function parsePeople(text: string, addressed: boolean): ParsedPeople {
  const people: Invitee[] = [];
  const wrong: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/[\t,;，；]/).map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) continue;
    const address = cells.find((cell) => email.safeParse(cell).success);
    const name = cells.find((cell) => cell !== '' && cell !== address) ?? '';
    if (address !== undefined) people.push({ name, address });
    else if (addressed) {
      if (at > 0) wrong.push(at + 1);
    } else people.push({ name });
  }
  return { people, wrong };
}
