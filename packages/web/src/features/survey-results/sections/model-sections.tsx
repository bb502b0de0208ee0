import type { ResultSectionOf } from '@zhiheng/contract/surveys/result-section';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { figureCells, figureColumns, figureText, pText, rangeText, textOf } from '../figure-words.ts';
import { BarList, type Bar } from '../plots/bar-list.tsx';
import styles from '../survey-results.module.css';
import { SectionCard } from './section-card.tsx';

/** Which parts of a service matter for the whole. */
export function DriversSectionCard({ section }: { readonly section: ResultSectionOf<'drivers'> }) {
  const format = useFormat();
  const ordered = [...section.predictors].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [first] = ordered.filter(({ p, share }) => share !== null && p !== null && p < 0.05);
  const finding =
    first === undefined
      ? null
      : m.survey_results_finding_driver({ name: textOf(first.name, format), share: format.percent(100 * (first.share ?? 0), 0) });
  const bars = ordered.map(({ key, name, share, p }): Bar => ({
    ...{ key, label: textOf(name, format), share: share ?? 0, text: share === null ? '—' : format.percent(100 * share) },
    tone: p !== null && p < 0.05 ? 'data' : 'reference',
  }));
  return (
    <SectionCard section={section} finding={finding}>
      <DataToggle
        label={textOf(section.name, format)}
        columns={[m.survey_results_item(), m.survey_results_share_explained(), m.survey_results_mean(), ...figureColumns(), 'p']}
        rows={ordered.map(({ name, share, mean, coefficient, p }) => [
          ...[textOf(name, format), share === null ? '—' : format.percent(100 * share), format.number(mean, 2)],
          ...[...figureCells(coefficient, 'scale', format), p === null ? '—' : pText(p, format)],
        ])}
      >
        <BarList label={textOf(section.name, format)} bars={bars} />
      </DataToggle>
      <p className={styles.note}>{m.survey_results_drivers_note({ outcome: textOf(section.outcome.name, format) })}</p>
    </SectionCard>
  );
}

/** How reliably scales measure, and what structure lies behind their items. */
export function StructureSectionCard({ section }: { readonly section: ResultSectionOf<'structure'> }) {
  const format = useFormat();
  const optional = (value: number | null) => (value === null ? '—' : format.number(value, 3));
  const items = section.scales.flatMap((scale) => scale.items.map((item) => ({ scale, item })));
  return (
    <SectionCard section={section}>
      <PlainTable
        label={m.survey_results_reliability()}
        columns={[
          m.survey_results_scale(),
          'α',
          m.survey_results_interval(),
          m.survey_results_standardised(),
          'ω',
          m.survey_results_halves(),
          'n',
        ]}
        rows={section.scales.map(({ key, name, alpha, standardisedAlpha, omega, splitHalf, n }) => ({
          key,
          cells: [
            ...[textOf(name, format), alphaText(alpha, format), rangeText(alpha, 'scale', format) ?? '—', optional(standardisedAlpha)],
            ...[figureText(omega, 'scale', format), optional(splitHalf), format.number(n)],
          ],
        }))}
      />
      <details>
        <summary className={styles.part}>{m.survey_results_item_analysis()}</summary>
        <PlainTable
          label={m.survey_results_item_analysis()}
          columns={[
            m.survey_results_item(),
            m.survey_results_mean(),
            m.survey_results_spread(),
            m.survey_results_item_total(),
            m.survey_results_if_deleted(),
          ]}
          rows={items.map(({ scale, item }) => ({
            key: `${scale.key}.${item.key}`,
            cells: [
              ...[textOf(item.name, format), format.number(item.mean, 2), format.number(item.standardDeviation, 2)],
              ...[optional(item.correctedItemTotal), optional(item.alphaIfDeleted)],
            ],
          }))}
        />
      </details>
      <Factors structure={section.structure} />
    </SectionCard>
  );
}

const alphaText = (figure: ResultSectionOf<'structure'>['scales'][number]['alpha'], format: Format): string =>
  figure.kind === 'figure' ? format.number(figure.value, 3) : figureText(figure, 'scale', format);

function Factors({ structure }: { readonly structure: ResultSectionOf<'structure'>['structure'] }) {
  const format = useFormat();
  if (structure.kind === 'insufficient')
    return (
      <p className={styles.note}>{m.survey_results_too_few({ n: format.number(structure.n), needed: format.number(structure.needed) })}</p>
    );
  if (structure.kind === 'undetermined')
    return <p className={styles.note}>{m.survey_results_undetermined({ n: format.number(structure.n) })}</p>;
  const { adequacy, sphericity, factors, explained, loadings } = structure;
  return (
    <>
      <h3 className={styles.part}>{m.survey_results_factors({ n: format.number(factors) })}</h3>
      <p className={styles.note}>
        {m.survey_results_adequacy({ kmo: format.number(adequacy, 3), df: format.number(sphericity.df), p: pText(sphericity.p, format) })}
      </p>
      <PlainTable
        label={m.survey_results_loadings()}
        columns={[
          m.survey_results_item(),
          ...explained.map((share, i) => `${format.number(i + 1)} (${format.percent(100 * share, 0)})`),
          m.survey_results_communality(),
        ]}
        rows={loadings.map(({ key, name, loadings: own, communality }) => ({
          key,
          cells: [textOf(name, format), ...own.map((value, i) => <Loading key={i} value={value} />), format.number(communality, 2)],
        }))}
      />
    </>
  );
}

/** Loadings of half and more are read; the others are there for whoever looks closer. */
function Loading({ value }: { readonly value: number }) {
  const format = useFormat();
  const text = format.number(value, 2);
  return Math.abs(value) >= 0.5 ? <strong>{text}</strong> : <span>{text}</span>;
}

/** The satisfaction model: indexes of its constructs and the paths between them. */
export function ModelSectionCard({ section }: { readonly section: ResultSectionOf<'ecsi'> }) {
  const format = useFormat();
  const names = new Map(section.constructs.map(({ key, name }) => [key, textOf(name, format)]));
  const index = (value: number | null) => (value === null ? '—' : format.number(value, 1));
  return (
    <SectionCard section={section}>
      <DataToggle
        label={textOf(section.name, format)}
        columns={[m.survey_results_construct(), m.survey_results_index(), 'R²', 'AVE']}
        rows={section.constructs.map(({ name, index: own, rSquared, averageVarianceExtracted }) => [
          ...[
            textOf(name, format),
            index(own),
            rSquared === null ? '—' : format.number(rSquared, 3),
            format.number(averageVarianceExtracted, 3),
          ],
        ])}
      >
        <BarList
          label={textOf(section.name, format)}
          bars={section.constructs.map(({ key, name, index: own }) => ({
            key,
            label: textOf(name, format),
            share: (own ?? 0) / 100,
            text: index(own),
          }))}
        />
      </DataToggle>
      <h3 className={styles.part}>{m.survey_results_paths()}</h3>
      <PlainTable
        label={m.survey_results_paths()}
        columns={[m.survey_results_path(), m.survey_results_effect()]}
        rows={section.paths.map(({ from, to, estimate }) => ({
          key: `${from} ${to}`,
          cells: [`${names.get(from) ?? from} → ${names.get(to) ?? to}`, format.number(estimate, 3)],
        }))}
      />
    </SectionCard>
  );
}
