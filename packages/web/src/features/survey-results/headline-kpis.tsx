import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Kpi } from '../../ui/kpi.tsx';
import { evidenceText, figureText, textOf } from './figure-words.ts';
import styles from './survey-results.module.css';

/** The headline of every measure, and beside it the same without suspicious answers. */
export function HeadlineKpis({ sections }: { readonly sections: readonly ResultSection[] }) {
  const format = useFormat();
  return (
    <div className={styles.kpis}>
      {sections.map(({ measure, kind, name, headline, clean, unit }) =>
        // How much of an outcome drivers explain is no state of the service.
        headline === null || unit === null || kind === 'drivers' ? null : (
          <Kpi
            key={measure}
            label={textOf(name, format)}
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
