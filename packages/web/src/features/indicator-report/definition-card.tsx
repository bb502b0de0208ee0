import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import {
  aggregateWords,
  dimensionWords,
  directionWords,
  measureWords,
  periodWords,
  perspectiveWords,
} from '../../lib/figures/indicator-words.ts';
import { unitWord } from '../../lib/figures/unit-words.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import { countedFromText, indicatorQuery } from '../indicators/index.ts';
import styles from './list-card.module.css';

/** What the indicator means and how it is worked out. */
export function DefinitionCard({ indicator }: { readonly indicator: Indicator }) {
  const format = useFormat();
  const { data } = useQuery(indicatorQuery(indicator.code));
  const definition = format.text(indicator.definition);
  return (
    <Card title={m.board_report_definition()} aside={indicator.code}>
      <p className={styles.prose}>{definition === '' ? m.board_report_no_definition() : definition}</p>
      {indicator.formula === null ? null : <code className={styles.formula}>{indicator.formula}</code>}
      <FactTable label={m.board_report_facts()} rows={factsOf(indicator, format)} />
      {data === undefined || data.usedBy.length === 0 ? null : (
        <p className={styles.quiet}>
          {m.board_report_used_by()}{' '}
          {data.usedBy.map((code) => (
            <Link key={code} to="/app/indicators/$code" params={{ code }}>
              {code}{' '}
            </Link>
          ))}
        </p>
      )}
    </Card>
  );
}

function factsOf(indicator: Indicator, format: Format): [string, string][] {
  const range = [indicator.plausibleMin, indicator.plausibleMax].map((end) => (end === null ? '…' : format.number(end, 0)));
  const facts: [string, string | null][] = [
    [m.library_dimension(), dimensionWords[indicator.dimension]()],
    [m.library_perspective(), perspectiveWords[indicator.perspective]()],
    [m.library_measure(), `${measureWords[indicator.measure]()} · ${aggregateWords[indicator.aggregate]()}`],
    [m.library_unit(), unitWord(indicator.unit, format.locale)],
    [m.library_direction(), directionWords[indicator.direction]()],
    [m.library_period(), periodWords[indicator.period]()],
    [m.library_plausible(), indicator.plausibleMin === null && indicator.plausibleMax === null ? null : range.join(' – ')],
    [m.library_counted_from(), indicator.countedFrom === null ? null : countedFromText(indicator.countedFrom)],
    [m.library_owner(), indicator.ownerName],
    [m.library_target_source(), indicator.targetSource === null ? null : format.text(indicator.targetSource)],
  ];
  return facts.flatMap(([word, value]) => (value === null || value === '' ? [] : [[word, value]]));
}
