import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { codesQuery } from '../fieldwork.query.ts';
import styles from '../fieldwork.module.css';

const shown = 8;

/** Where nothing is scored, what was said most often is the result. */
export function TalkCard({ study: { id } }: { readonly study: FieldStudy }) {
  const format = useFormat();
  const query = useQuery(codesQuery(id));
  return (
    <Card title={m.fieldwork_most_said()}>
      <QueryView
        query={query}
        isEmpty={(codes) => codes.every(({ quotes }) => quotes === 0)}
        empty={{ title: m.fieldwork_quotes_none(), words: m.fieldwork_quotes_none_text() }}
      >
        {(codes) => (
          <ul className={styles.people}>
            {codes
              .filter(({ quotes }) => quotes > 0)
              .toSorted((one, other) => other.quotes - one.quotes)
              .slice(0, shown)
              .map((code) => (
                <li key={code.id}>
                  <Link to="/app/fieldwork/$id/codes" params={{ id }} search={{ codeId: code.id }}>
                    {format.text(code.name)}
                  </Link>
                  <span className="tabular">{m.fieldwork_quotes_n({ n: format.number(code.quotes) })}</span>
                </li>
              ))}
          </ul>
        )}
      </QueryView>
    </Card>
  );
}
