/** Exit codes: what a script can tell apart. */
export const exitCodes = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

/** A sentence for the person at the terminal, and the exit code. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly exitCode: number = exitCodes.refused,
  ) {
    super(message);
  }
}
