import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Clause } from '@zhiheng/contract/standards/standards';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { useMay } from '../identity/index.ts';
import { indicatorsQuery } from '../indicators/index.ts';
import styles from './standards.module.css';
import { kindWords } from './standard-words.ts';

/** Clauses in their order, each with what tests it. */
export function ClauseList({ clauses }: { readonly clauses: readonly Clause[] }) {
  if (clauses.length === 0) return <p className={styles.quiet}>{m.standards_no_clauses()}</p>;
  return (
    <ol className={styles.clauses}>
      {clauses.map((clause) => (
        <ClauseItem key={clause.code} clause={clause} />
      ))}
    </ol>
  );
}

function ClauseItem({ clause }: { readonly clause: Clause }) {
  const format = useFormat();
  return (
    <li className={styles.clause}>
      <p className={styles.text}>
        <span className={styles.kind}>{kindWords[clause.kind]()}</span>
        {format.text(clause.text)}
      </p>
      <ClauseTests clause={clause} />
    </li>
  );
}

function ClauseTests({ clause: { indicators, checks } }: { readonly clause: Clause }) {
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery({ ...indicatorsQuery, enabled: may('measurement.read') });
  if (indicators.length + checks.length === 0) return <p className={styles.untested}>▲ {m.standards_not_tested()}</p>;
  const nameOf = (code: string) => {
    const found = data.find((indicator) => indicator.code === code);
    return found === undefined ? code : format.text(found.name);
  };
  return (
    <p className={styles.tests}>
      <span>{m.standards_tested_by()}</span>
      {indicators.map((code) => (
        <Link key={code} to="/app/indicators/$code" params={{ code }}>
          {nameOf(code)}
        </Link>
      ))}
      {checks.map(({ study, item }) => (
        <span key={`${study} ${item}`}>{m.standards_check_item({ study, item })}</span>
      ))}
    </p>
  );
}
