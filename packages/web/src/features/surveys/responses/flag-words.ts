import type { ResponseRow } from '@zhiheng/contract/surveys/responses';
import type { QualityFlag } from '@zhiheng/contract/surveys/quality-flag';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';

export const flagWords: Readonly<Record<QualityFlag, () => string>> = {
  fast: m.surveys_flag_fast,
  'long-string': m.surveys_flag_long_string,
  'no-variance': m.surveys_flag_no_variance,
  'improbable-variance': m.surveys_flag_improbable_variance,
  'duplicate-vector': m.surveys_flag_duplicate_vector,
  'regular-timing': m.surveys_flag_regular_timing,
  pasted: m.surveys_flag_pasted,
  'repeated-device': m.surveys_flag_repeated_device,
  'off-profile': m.surveys_flag_off_profile,
  burst: m.surveys_flag_burst,
};

export const verdictFaces: Readonly<Record<ResponseRow['verdict'], { readonly tone: Tone; readonly word: () => string }>> = {
  unjudged: { tone: 'note', word: m.surveys_verdict_unjudged },
  included: { tone: 'good', word: m.surveys_verdict_included },
  excluded: { tone: 'bad', word: m.surveys_verdict_excluded },
};
