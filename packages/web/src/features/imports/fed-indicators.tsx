import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { indicatorsQuery } from '../indicators/index.ts';
import styles from './imports.module.css';

/** Ways to the figures that a file has fed. */
export function FedIndicators({ codes }: { readonly codes: readonly string[] }) {
  const format = useFormat();
  const { data } = useQuery(indicatorsQuery);
  if (codes.length === 0) return null;
  const nameOf = (code: string) => {
    const indicator = data?.find((one) => one.code === code);
    return indicator === undefined ? code : format.text(indicator.name);
  };
  return (
    <>
      <h3>{m.imports_indicators_fed()}</h3>
      <ul className={styles.links}>
        {codes.map((code) => (
          <li key={code}>
            <Link to="/app/indicators/$code" params={{ code }}>
              {nameOf(code)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
