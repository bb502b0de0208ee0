/** A rule that answers what another rule did, and so on, ends here. */
const longestChain = 5;
/** A rule that meets the same thing more often within an hour is held. */
const mostAnHour = 20;

interface Meeting {
  readonly ruleId: string;
  /** the rules whose runs led to the event */
  readonly chain: readonly string[];
  /** how often the rule met the same thing within the last hour */
  readonly recently: number;
}

/** Null, or why a rule must not answer: it would answer itself, an endless chain, or a storm. */
export function reasonToHold({ ruleId, chain, recently }: Meeting): 'loop' | 'too-deep' | 'too-often' | null {
  if (chain.includes(ruleId)) return 'loop';
  if (chain.length >= longestChain) return 'too-deep';
  return recently >= mostAnHour ? 'too-often' : null;
}
