import { scoreSettings, type ScoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { Scorecard } from '@zhiheng/contract/evaluation/scores';
import type { LocalText } from '@zhiheng/contract/values/text';

/** The form's fields, named as the server names them; coverage is asked for in percent. */
export interface ScorecardValues {
  readonly code: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly headline: string[];
  readonly settings: ScoreSettings;
}

const percentCoverage = (settings: ScoreSettings): ScoreSettings => ({
  ...settings,
  minimum_coverage: Math.round(settings.minimum_coverage * 100),
});

export function valuesOf(scorecard: Scorecard | undefined): Partial<ScorecardValues> {
  if (scorecard === undefined) return { description: { zh: '', en: '' }, headline: [], settings: percentCoverage(scoreSettings.parse({})) };
  const { code, name, description, headline, settings } = scorecard;
  return { code, name, description, headline, settings: percentCoverage(settings) };
}

export const settingsOf = ({ settings }: ScorecardValues): ScoreSettings => ({
  ...settings,
  minimum_coverage: settings.minimum_coverage / 100,
});
