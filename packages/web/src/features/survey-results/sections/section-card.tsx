import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { evidenceText, figureText, textOf } from '../figure-words.ts';
import styles from '../survey-results.module.css';

interface Props {
  readonly section: ResultSection;
  /** what was found, as a sentence; the name of the measure alone when nothing is sure */
  readonly finding?: string | null;
  readonly children: ReactNode;
}

/** One measure: its name and finding, its figure with n and interval, and the same without suspicious answers. */
export function SectionCard({ section, finding = null, children }: Props) {
  const format = useFormat();
  const { headline, clean, unit, versions } = section;
  const name = textOf(section.name, format);
  const title = finding === null ? name : m.survey_results_title_finding({ name, finding });
  const asides = [
    headline === null ? null : `${figureText(headline, unit, format)} · ${evidenceText(headline, unit, format)}`,
    clean === null || headline === null
      ? null
      : m.survey_results_clean_figure({ value: figureText(clean, unit, format), n: format.number(clean.n) }),
    versions.length < 2 ? null : m.survey_results_versions({ list: format.list(versions.map((version) => format.number(version))) }),
  ];
  return (
    <Card title={title} aside={asides.filter((aside) => aside !== null).join(' · ')}>
      {headline?.kind === 'insufficient' ? (
        <p className={styles.note}>{m.survey_results_too_few({ n: format.number(headline.n), needed: format.number(headline.needed) })}</p>
      ) : (
        children
      )}
    </Card>
  );
}
