import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { usePresence } from '../live/use-presence.ts';
import styles from './presence-line.module.css';

interface Props {
  readonly id: string;
  readonly writing: boolean;
}

/** Warns before two people answer the same customer. */
export function PresenceLine({ id, writing }: Props) {
  const format = useFormat();
  const others = usePresence(id, writing);
  const writers = others.filter((other) => other.writing);
  const shown = writers.length > 0 ? writers : others;
  const words = { names: format.list(shown.map(({ name }) => name)) };
  return (
    <div role="status" className={shown.length === 0 ? undefined : `${styles.line} ${writers.length > 0 ? styles.writing : ''}`}>
      {shown.length === 0 ? null : (
        <>
          <span aria-hidden="true">{writers.length > 0 ? '▲' : '●'}</span>{' '}
          {writers.length > 0 ? m.cases_presence_writes(words) : m.cases_presence_reads(words)}
        </>
      )}
    </div>
  );
}
