import type { ResultSectionOf } from '@zhiheng/contract/surveys/result-section';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { DotPlot, type DotRow } from '../../../ui/dot-plot.tsx';
import { evidenceText, figureCells, figureColumns, figureText, intervalOf, numberOf, pText, textOf } from '../figure-words.ts';
import { GapPlot, type GapRow } from '../plots/gap-plot.tsx';
import styles from '../survey-results.module.css';
import { SectionCard } from './section-card.tsx';

type Gaps = ResultSectionOf<'servqual'>;

/** Perception against expectation: by dimension with intervals, then item by item. */
export function GapSectionCard({ section }: { readonly section: Gaps }) {
  const format = useFormat();
  const label = textOf(section.name, format);
  const two = (value: number) => format.number(value, 2);
  return (
    <SectionCard section={section} finding={findingOf(section, format)}>
      <h3 className={styles.part}>{m.survey_results_dimensions()}</h3>
      <DataToggle
        label={label}
        columns={[m.survey_results_dimension(), ...figureColumns(), 't', 'p', m.survey_results_weight()]}
        rows={section.dimensions.map(({ name, gap, t, p, weight }) => [
          textOf(name, format),
          ...figureCells(gap, 'gap', format),
          t === null ? '—' : format.number(t, 2),
          p === null ? '—' : pText(p, format),
          weight === null ? '—' : format.percent(100 * weight),
        ])}
      >
        <DotPlot
          rows={section.dimensions.map((dimension) => dotOf(dimension, format))}
          target={0}
          targetLabel={m.survey_results_no_gap()}
          format={two}
        />
      </DataToggle>
      <h3 className={styles.part}>{m.survey_results_items()}</h3>
      <DataToggle
        label={m.survey_results_items()}
        columns={[m.survey_results_item(), m.survey_results_expected(), m.survey_results_perceived(), ...figureColumns(), 'p']}
        rows={section.items.map(({ name, expectation, perception, gap, p }) => [
          ...[textOf(name, format), two(expectation), two(perception), ...figureCells(gap, 'gap', format)],
          p === null ? '—' : pText(p, format),
        ])}
      >
        <GapPlot
          rows={rowsOf(section, format)}
          words={{ expected: m.survey_results_expected(), perceived: m.survey_results_perceived() }}
          format={two}
        />
      </DataToggle>
      <p className={styles.note}>
        {m.survey_results_servperf({
          value: figureText(section.servperf, 'scale', format),
          evidence: evidenceText(section.servperf, 'scale', format),
        })}
      </p>
      <Guide />
    </SectionCard>
  );
}

/** The worst dimension whose gap is no chance. */
function findingOf({ dimensions }: Gaps, format: Format): string | null {
  const [worst] = dimensions.filter(({ gap }) => isBad(gap)).sort((a, b) => (numberOf(a.gap) ?? 0) - (numberOf(b.gap) ?? 0));
  if (worst === undefined) return null;
  return m.survey_results_finding_gap({ name: textOf(worst.name, format), value: figureText(worst.gap, 'gap', format) });
}

const isBad = (gap: Gaps['headline']): boolean => gap?.kind === 'figure' && gap.high !== null && gap.high < 0;

const dotOf = ({ key, name, gap }: Gaps['dimensions'][number], format: Format): DotRow => ({
  id: key,
  name: textOf(name, format),
  value: numberOf(gap),
  interval: intervalOf(gap),
  text: figureText(gap, 'gap', format),
  attention: isBad(gap),
  sufficient: gap.n >= 30,
  spoken: evidenceText(gap, 'gap', format),
});

function rowsOf({ items, dimensions }: Gaps, format: Format): GapRow[] {
  const names = new Map(dimensions.map(({ key, name }) => [key, textOf(name, format)]));
  return items.map((item, i) => ({
    key: item.key,
    name: textOf(item.name, format),
    heading: items[i - 1]?.dimension === item.dimension ? null : (names.get(item.dimension) ?? null),
    expected: item.expectation,
    perceived: item.perception,
    attention: isBad(item.gap),
    text: figureText(item.gap, 'gap', format),
    evidence: item.p === null ? '' : pText(item.p, format),
  }));
}

/** The five gaps of Parasuraman, Zeithaml and Berry: where the fifth comes from. */
function Guide() {
  return (
    <details className={styles.note}>
      <summary>{m.survey_results_guide()}</summary>
      <ol className={styles.guide}>
        <li>{m.survey_results_guide_1()}</li>
        <li>{m.survey_results_guide_2()}</li>
        <li>{m.survey_results_guide_3()}</li>
        <li>{m.survey_results_guide_4()}</li>
        <li>{m.survey_results_guide_5()}</li>
      </ol>
    </details>
  );
}

/** Perceptions alone. */
export function PerformanceSectionCard({ section }: { readonly section: ResultSectionOf<'servperf'> }) {
  const format = useFormat();
  const parts = [...section.dimensions.map((part) => ({ ...part, key: `dimension.${part.key}` })), ...section.items];
  const rows = parts.map(({ key, name, score }): DotRow => ({
    ...{
      id: key,
      name: textOf(name, format),
      value: numberOf(score),
      interval: intervalOf(score),
      text: figureText(score, 'scale', format),
    },
    ...{ attention: false, sufficient: score.n >= 30, spoken: evidenceText(score, 'scale', format) },
  }));
  return (
    <SectionCard section={section}>
      <DataToggle
        label={textOf(section.name, format)}
        columns={[m.survey_results_item(), ...figureColumns()]}
        rows={parts.map(({ name, score }) => [textOf(name, format), ...figureCells(score, 'scale', format)])}
      >
        <DotPlot rows={rows} target={null} targetLabel="" format={(value) => format.number(value, 1)} />
      </DataToggle>
    </SectionCard>
  );
}
