import type { ResultSectionOf } from '@zhiheng/contract/surveys/result-section';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { ShareBar } from '../../../ui/share-bar.tsx';
import { evidenceText, figureCells, figureColumns, figureText, textOf } from '../figure-words.ts';
import { BarList, type Bar } from '../plots/bar-list.tsx';
import styles from '../survey-results.module.css';
import { SectionCard } from './section-card.tsx';

type ScoreSection = ResultSectionOf<'csat' | 'nps' | 'ces' | 'mean' | 'sum' | 'grades' | 'csi'>;

export function ScoreSectionCard({ section }: { readonly section: ScoreSection }) {
  return (
    <SectionCard section={section}>
      <Body section={section} />
    </SectionCard>
  );
}

function Body({ section }: { readonly section: ScoreSection }) {
  const format = useFormat();
  switch (section.kind) {
    case 'csat':
      return <Levels levels={section.levels} isHigh={(level) => level >= section.from} label={textOf(section.name, format)} />;
    case 'nps':
      return <PromoterGroups section={section} />;
    case 'ces':
      return (
        <>
          <p className={styles.note}>
            {m.survey_results_easy({
              value: figureText(section.easy, 'share', format),
              evidence: evidenceText(section.easy, 'share', format),
            })}
          </p>
          <Levels levels={section.levels} isHigh={() => true} label={textOf(section.name, format)} />
        </>
      );
    case 'grades':
      return <Grades section={section} />;
    case 'csi':
      return <IndexItems section={section} />;
    case 'mean':
    case 'sum':
      return <p className={styles.note}>{section.headline === null ? '—' : evidenceText(section.headline, section.unit, format)}</p>;
    default:
      return section satisfies never;
  }
}

interface LevelsProps {
  readonly levels: ResultSectionOf<'csat'>['levels'];
  readonly isHigh: (level: number) => boolean;
  readonly label: string;
}

function Levels({ levels, isHigh, label }: LevelsProps) {
  const format = useFormat();
  if (levels === null) return null;
  const n = levels.reduce((sum, each) => sum + each.n, 0);
  const bars = levels.map(({ level, n: count }): Bar => ({
    ...{ key: String(level), label: format.number(level), share: n === 0 ? 0 : count / n, text: countText(count, n, format) },
    tone: isHigh(level) ? 'data' : 'reference',
  }));
  return (
    <DataToggle
      label={label}
      columns={[m.survey_results_answer(), 'n']}
      rows={levels.map(({ level, n: count }) => [format.number(level), format.number(count)])}
    >
      <BarList label={label} bars={bars} />
    </DataToggle>
  );
}

export const countText = (count: number, n: number, format: Format): string =>
  `${format.percent(n === 0 ? 0 : (100 * count) / n)} · ${format.number(count)}`;

function PromoterGroups({ section: { groups, levels, name } }: { readonly section: ResultSectionOf<'nps'> }) {
  const format = useFormat();
  if (groups === null) return null;
  const n = groups.promoters + groups.passives + groups.detractors;
  const part = (key: keyof typeof groups, label: string, tone: 'data' | 'reference' | 'attention') => ({
    ...{ key, label, tone, value: groups[key], text: countText(groups[key], n, format) },
  });
  return (
    <>
      <ShareBar
        label={textOf(name, format)}
        parts={[
          part('promoters', m.survey_results_promoters(), 'data'),
          part('passives', m.survey_results_passives(), 'reference'),
          part('detractors', m.survey_results_detractors(), 'attention'),
        ]}
      />
      <h3 className={styles.part}>{m.survey_results_distribution()}</h3>
      <Levels levels={levels} isHigh={(level) => level >= 9} label={textOf(name, format)} />
    </>
  );
}

function Grades({ section: { grades, name } }: { readonly section: ResultSectionOf<'grades'> }) {
  const format = useFormat();
  if (grades === null) return null;
  const n = grades.reduce((sum, grade) => sum + grade.n, 0);
  const bars = grades.map((grade): Bar => ({
    ...{ key: grade.key, label: textOf(grade.name, format), share: n === 0 ? 0 : grade.n / n, text: countText(grade.n, n, format) },
  }));
  const rows = grades.map((grade) => [textOf(grade.name, format), ...figureCells(grade.share, 'share', format)]);
  return (
    <DataToggle label={textOf(name, format)} columns={[m.survey_results_answer(), ...figureColumns()]} rows={rows}>
      <BarList label={textOf(name, format)} bars={bars} />
    </DataToggle>
  );
}

function IndexItems({ section: { items, name, unweighted, percentOfMaximum } }: { readonly section: ResultSectionOf<'csi'> }) {
  const format = useFormat();
  const most = Math.max(...items.map(({ mean }) => mean), 1);
  const bars = [...items]
    .sort((a, b) => a.mean - b.mean)
    .map((item): Bar => ({
      ...{ key: item.key, label: textOf(item.name, format), share: item.mean / most },
      text: `${format.number(item.mean, 2)} · ${format.percent(100 * item.weight, 0)}`,
    }));
  const rows = items.map((item) => [
    textOf(item.name, format),
    format.number(item.mean, 2),
    format.percent(100 * item.weight),
    format.number(item.n),
  ]);
  return (
    <>
      <DataToggle
        label={textOf(name, format)}
        columns={[m.survey_results_item(), m.survey_results_mean(), m.survey_results_weight(), 'n']}
        rows={rows}
      >
        <BarList label={textOf(name, format)} bars={bars} />
      </DataToggle>
      <p className={styles.note}>
        {m.survey_results_index_note({
          unweighted: unweighted === null ? '—' : format.number(unweighted, 1),
          percent: percentOfMaximum === null ? '—' : format.number(percentOfMaximum, 1),
        })}
      </p>
    </>
  );
}
