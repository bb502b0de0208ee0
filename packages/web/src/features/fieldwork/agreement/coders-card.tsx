import type { CoderPair } from '@zhiheng/contract/fieldwork/agreement';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { coefficientText, verdictOf } from './coefficient-words.ts';
import styles from '../fieldwork.module.css';

/** Two coders and one code after the other, over the sentences of the notes that both coded. */
export function CodersCard({ pairs }: { readonly pairs: readonly CoderPair[] }) {
  return (
    <Card title={m.fieldwork_coders()}>
      <p className={styles.note}>{m.fieldwork_coders_text()}</p>
      {pairs.length === 0 ? <p className={styles.grey}>{m.fieldwork_coders_none()}</p> : null}
      {pairs.map((pair) => (
        <Pair key={`${pair.first} ${pair.second}`} pair={pair} />
      ))}
    </Card>
  );
}

function Pair({ pair: { first, second, sessions, sentences, codes } }: { readonly pair: CoderPair }) {
  const format = useFormat();
  const title = m.fieldwork_coder_pair({ first, second, sessions: format.number(sessions), sentences: format.number(sentences) });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <PlainTable
        label={title}
        columns={[
          m.fieldwork_code(),
          m.fieldwork_agreement(),
          m.fieldwork_coefficient(),
          m.fieldwork_equal(),
          m.fieldwork_both_gave(),
          m.fieldwork_only({ name: first }),
          m.fieldwork_only({ name: second }),
        ]}
        rows={codes.map(({ codeId, name, equal, both, firstOnly, secondOnly, kappa }) => {
          const verdict = verdictOf(kappa);
          return {
            key: codeId,
            cells: [
              format.text(name),
              <StatusBadge key="verdict" tone={verdict.tone}>
                {verdict.word}
              </StatusBadge>,
              coefficientText(kappa, format),
              equal === null ? '—' : format.percent(100 * equal, 0),
              ...[both, firstOnly, secondOnly].map((count) => format.number(count)),
            ],
          };
        })}
      />
    </section>
  );
}
