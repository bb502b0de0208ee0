import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Kpi } from '../../ui/kpi.tsx';
import { MakeFinding, type FigureOnPage } from '../findings/index.ts';
import { evidenceText, figureText, textOf } from './figure-words.ts';
import styles from './survey-results.module.css';

/** The headline of every measure, and beside it the same without suspicious answers. */
export function HeadlineKpis({ surveyId, sections }: { readonly surveyId: string; readonly sections: readonly ResultSection[] }) {
  const format = useFormat();
  return (
    <div className={styles.kpis}>
      {sections.map(({ measure, kind, name, headline, clean, unit }) =>
        // How much of an outcome drivers explain is no state of the service.
        headline === null || unit === null || kind === 'drivers' ? null : (
          <Kpi
            key={measure}
            label={
              <>
                {textOf(name, format)}
                {headline.kind === 'figure' ? <MakeFinding figure={figureOf(surveyId, name, { headline, unit })} /> : null}
              </>
            }
            value={figureText(headline, unit, format)}
            evidence={evidenceText(headline, unit, format)}
            {...(clean === null || clean.n === headline.n
              ? {}
              : { target: m.survey_results_clean_figure({ value: figureText(clean, unit, format), n: format.number(clean.n) }) })}
          />
        ),
      )}
    </div>
  );
}

type Named = ResultSection['name'];
type Unit = NonNullable<ResultSection['unit']>;
type Headline = Extract<NonNullable<ResultSection['headline']>, { kind: 'figure' }>;

/** Shares are written in percent. */
function figureOf(surveyId: string, name: Named, { headline, unit }: { readonly headline: Headline; readonly unit: Unit }): FigureOnPage {
  const scale = unit === 'share' ? 100 : 1;
  const { value, n, low, high } = headline;
  return {
    ...{ indicator: null, name: { zh: textOf(name, { locale: 'zh' }), en: textOf(name, { locale: 'en' }) }, n, target: null },
    ...{ value: scale * value, interval: low === null || high === null ? null : [scale * low, scale * high] },
    ...{ unit: unit === 'share' ? '%' : '1', decimals: unit === 'share' ? 1 : 2, href: `/app/surveys/${surveyId}/results` },
  };
}
