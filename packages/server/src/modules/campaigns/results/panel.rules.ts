import type { CampaignPanel } from '@zhiheng/contract/campaigns/results';
import { score, type Answers } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import { coincidencesOf, intraclassCorrelation, kendallW, krippendorffAlpha, rankSumsOf } from '@zhiheng/stats/agreement';
import { meanInterval } from '@zhiheng/stats/intervals';
import { completeRows, meanOf, momentsOf } from '@zhiheng/stats/moments';
import { localTextOf } from './local-text.rules.ts';

/** The sheet and what each expert wrote on it, without names. */
export interface Reviews {
  readonly sheet: Form;
  readonly answers: readonly Answers[];
}

/** The panel's mean of each measure of the sheet with its interval, and how far the experts agree on the scales. */
export function panelOf({ sheet, answers }: Reviews): CampaignPanel {
  const scored = answers.map((each) => score(sheet, each).filter(({ part }) => part === null));
  const measures = sheet.measures.map(({ key, name }) => {
    const values = scored.flatMap((each) => each.find(({ measure }) => measure === key)?.value ?? []);
    const moments = momentsOf(values);
    const interval = meanInterval(moments);
    return {
      key,
      name: localTextOf(name),
      n: values.length,
      mean: meanOf(moments),
      low: interval?.[0] ?? null,
      high: interval?.[1] ?? null,
    };
  });
  return { n: answers.length, measures, agreement: agreementOf({ sheet, answers }) };
}

/** Rows are what was rated, columns the experts; Kendall's W and the intraclass correlation take what everybody rated. */
function agreementOf({ sheet, answers }: Reviews): CampaignPanel['agreement'] {
  const rows = scaleFieldsOf(sheet).map(({ key }) => answers.map((each) => (typeof each[key] === 'number' ? each[key] : null)));
  const complete = completeRows(rows);
  const alpha = krippendorffAlpha(coincidencesOf(rows), 'ordinal');
  const concordance = kendallW(rankSumsOf(answers.map((_, expert) => complete.map((row) => row[expert] ?? 0))));
  const correlation = intraclassCorrelation(complete);
  // Two-way random effects, one rater: experts are a sample, and their level counts.
  const icc = correlation.kind === 'intraclass-correlation' ? correlation.forms.find(({ form }) => form === 'ICC2') : undefined;
  return {
    alpha: alpha.kind === 'krippendorff-alpha' ? alpha.alpha : null,
    kendallW: concordance.kind === 'kendall-w' ? concordance.w : null,
    kendallP: concordance.kind === 'kendall-w' ? concordance.p : null,
    icc: icc?.value ?? null,
    items: complete.length,
  };
}
