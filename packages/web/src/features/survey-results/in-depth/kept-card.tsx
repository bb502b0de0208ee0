import { getRouteApi, Link } from '@tanstack/react-router';
import type { AnalysisRow } from '@zhiheng/contract/surveys/analyses';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { kindWords, sampleText, staleText, stateWords } from './analysis-words.ts';
import styles from './in-depth.module.css';

const route = getRouteApi('/app/surveys/$id/results');

interface Props {
  readonly id: string;
  readonly rows: readonly AnalysisRow[];
  readonly open: string | undefined;
}

/** The analyses that are kept, newest first, each with its sample and whether it still stands. */
export function KeptCard({ id, rows, open }: Props) {
  const format = useFormat();
  const search = route.useSearch();
  return (
    <Card title={m.survey_analyses_kept()}>
      {rows.length === 0 ? (
        <EmptyState title={m.survey_analyses_empty()} words={m.survey_analyses_empty_text()} />
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <Link
                to="/app/surveys/$id/results"
                params={{ id }}
                search={{ ...search, analysis: row.id }}
                replace
                aria-current={row.id === open ? 'true' : undefined}
              >
                {kindWords[row.request.kind]()} · {format.dateTime(row.createdAt)}
              </Link>
              <span>{sampleText(row, format)}</span>
              <span>{staleText(row, format) ?? stateWords[row.state]()}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
