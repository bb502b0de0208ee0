import type { QualityFlag } from '@zhiheng/contract/surveys/quality-flag';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';

/** Flags that make an answer count as suspicious as long as nobody has judged it; the others only ask for a look. */
export const strongFlags = ({ onePerPerson }: Pick<SurveySettings, 'onePerPerson'>): readonly QualityFlag[] => [
  ...(['fast', 'long-string', 'duplicate-vector', 'burst'] as const),
  ...(onePerPerson ? (['repeated-device'] as const) : []),
];

/** Whether an unjudged answer with these flags is left out of the figures without suspicious ones. */
export const isSuspicious = (flags: readonly QualityFlag[], settings: Pick<SurveySettings, 'onePerPerson'>): boolean => {
  const strong = strongFlags(settings);
  return flags.some((flag) => strong.includes(flag));
};
