import type { ImportanceGrid, ResultSectionOf } from '@zhiheng/contract/surveys/result-section';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { figureCells, figureColumns, figureText, numberOf, rangeText, textOf } from '../figure-words.ts';
import { PlaceMap } from '../plots/place-map.tsx';
import styles from '../survey-results.module.css';
import { SectionCard } from './section-card.tsx';

/** Importance against performance. */
export function GridSectionCard({ section }: { readonly section: ResultSectionOf<'ipa'> }) {
  const format = useFormat();
  const { stated, derived } = section;
  const urgent = [...(stated?.points ?? derived?.points ?? [])].filter(({ quadrant }) => quadrant === 'concentrate-here');
  const finding = urgent.length === 0 ? null : m.survey_results_finding_grid({ n: format.number(urgent.length) });
  return (
    <SectionCard section={section} finding={finding}>
      {stated === null ? null : <Grid grid={stated} label={m.survey_results_stated()} />}
      {derived === null ? null : <Grid grid={derived} label={m.survey_results_derived()} />}
    </SectionCard>
  );
}

const quadrantWords = {
  'keep-up': m.survey_results_keep_up,
  'concentrate-here': m.survey_results_concentrate,
  'low-priority': m.survey_results_low_priority,
  'possible-overkill': m.survey_results_overkill,
} as const;

function Grid({ grid, label }: { readonly grid: ImportanceGrid; readonly label: string }) {
  const format = useFormat();
  const two = (value: number) => format.number(value, 2);
  const words = quadrantWords;
  return (
    <>
      <h3 className={styles.part}>{label}</h3>
      <DataToggle
        label={label}
        columns={['', m.survey_results_item(), m.survey_results_importance(), ...figureColumns(), m.survey_results_quadrant()]}
        rows={grid.points.map(({ name, importance, performance, quadrant }, i) => [
          ...[format.number(i + 1), textOf(name, format), two(importance), ...figureCells(performance, 'scale', format)],
          words[quadrant](),
        ])}
      >
        <PlaceMap
          label={label}
          points={grid.points.map(({ key, name, importance, performance, quadrant }, i) => ({
            ...{ key, mark: format.number(i + 1), name: textOf(name, format), x: numberOf(performance) ?? 0, y: importance },
            attention: quadrant === 'concentrate-here',
          }))}
          cross={[grid.crosshair[1], grid.crosshair[0]]}
          axes={{ x: m.survey_results_performance(), y: m.survey_results_importance() }}
          quarters={[words['concentrate-here'](), words['keep-up'](), words['low-priority'](), words['possible-overkill']()]}
          format={two}
        />
        <Key items={grid.points.map(({ name }) => textOf(name, format))} format={format} />
      </DataToggle>
    </>
  );
}

/** Which number stands for what. */
const Key = ({ items, format }: { readonly items: readonly string[]; readonly format: Format }) => (
  <p className={styles.note}>{items.map((item, i) => `${format.number(i + 1)} ${item}`).join(' · ')}</p>
);

const categoryWords = {
  A: m.survey_results_attractive,
  O: m.survey_results_one_dimensional,
  M: m.survey_results_must_be,
  I: m.survey_results_indifferent,
  R: m.survey_results_reverse,
  Q: m.survey_results_questionable,
} as const;

/** What features do to satisfaction when they are there, and when not. */
export function KanoSectionCard({ section }: { readonly section: ResultSectionOf<'kano'> }) {
  const format = useFormat();
  const { features } = section;
  const label = textOf(section.name, format);
  const must = features.filter(({ category }) => category === 'M').length;
  return (
    <SectionCard section={section} finding={must === 0 ? null : m.survey_results_finding_kano({ n: format.number(must) })}>
      {features.length === 0 ? <p className={styles.note}>{m.survey_results_insufficient()}</p> : null}
      <DataToggle
        label={label}
        columns={[
          '',
          m.survey_results_item(),
          m.survey_results_category(),
          'A',
          'O',
          'M',
          'I',
          'R',
          'Q',
          'Better',
          'Worse',
          m.survey_results_strength(),
          'n',
        ]}
        rows={features.map((feature, i) => [
          ...[format.number(i + 1), textOf(feature.name, format), categoriesOf(feature, format)],
          ...(['A', 'O', 'M', 'I', 'R', 'Q'] as const).map((category) => format.number(feature.counts[category])),
          ...[feature.better, feature.worse].map(
            (figure) => `${figureText(figure, 'scale', format)} (${rangeText(figure, 'scale', format) ?? '—'})`,
          ),
          ...[format.percent(100 * feature.categoryStrength), format.number(feature.n)],
        ])}
      >
        <PlaceMap
          label={label}
          points={features.map((feature, i) => ({
            ...{ key: feature.key, mark: `${format.number(i + 1)} ${feature.category}`, name: textOf(feature.name, format) },
            ...{ x: -(numberOf(feature.worse) ?? 0), y: numberOf(feature.better) ?? 0, attention: feature.category === 'M' },
          }))}
          cross={[0.5, 0.5]}
          axes={{ x: m.survey_results_worse(), y: m.survey_results_better() }}
          quarters={[categoryWords.A(), categoryWords.O(), categoryWords.I(), categoryWords.M()]}
          format={(value) => format.number(value, 1)}
          range={{ floor: 0, ceiling: 1 }}
        />
        <Key items={features.map(({ name }) => textOf(name, format))} format={format} />
      </DataToggle>
    </SectionCard>
  );
}

const categoriesOf = ({ tied }: ResultSectionOf<'kano'>['features'][number], format: Format): string =>
  format.list(tied.map((category) => categoryWords[category]()));
