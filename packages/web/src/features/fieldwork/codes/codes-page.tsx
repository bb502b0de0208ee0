import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { exportFieldQuotes } from '@zhiheng/contract/fieldwork/codes';
import { Segmented } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import buttons from '../../../ui/link-button.module.css';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { codesQuery } from '../fieldwork.query.ts';
import type { CodesSearch } from '../fieldwork.search.ts';
import { StudyFrame } from '../study/study-frame.tsx';
import { CodeBook } from './code-book.tsx';
import { MatrixCard } from './matrix-card.tsx';
import { QuotesCard } from './quotes-card.tsx';
import styles from './codes.module.css';

const route = getRouteApi('/app/fieldwork/$id/codes');

/** The code book at the left; at the right what was said, by code, or codes against sessions. */
export function CodesPage() {
  const { id } = route.useParams();
  const { locale } = useFormat();
  const file = `${exportFieldQuotes.path.replace(':id', id)}?language=${locale}`;
  const download = (
    <a href={file} download className={buttons.plain}>
      {m.fieldwork_quotes_export()}
    </a>
  );
  return (
    <StudyFrame id={id} actions={() => download}>
      {() => <Desk studyId={id} />}
    </StudyFrame>
  );
}

function Desk({ studyId }: { readonly studyId: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay()('fieldwork.write');
  const codes = useQuery(codesQuery(studyId));
  const change = (part: CodesSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const view = search.view ?? 'quotes';
  return (
    <div className={styles.desk}>
      <QueryView query={codes}>
        {(book) => (
          <CodeBook
            studyId={studyId}
            codes={book}
            chosen={search.codeId}
            mayWrite={mayWrite}
            onChoose={(codeId) => change({ codeId, view: undefined })}
          />
        )}
      </QueryView>
      <div className={styles.main}>
        <Segmented<'quotes' | 'matrix'>
          aria-label={m.fieldwork_view()}
          value={view}
          options={[
            { value: 'quotes', label: m.fieldwork_quotes() },
            { value: 'matrix', label: m.fieldwork_matrix() },
          ]}
          onChange={(next) => change({ view: next === 'matrix' ? 'matrix' : undefined })}
        />
        {view === 'matrix' ? (
          <MatrixCard studyId={studyId} onCell={(codeId, sessionId) => change({ codeId, sessionId, view: undefined })} />
        ) : (
          <QuotesCard studyId={studyId} search={search} onChange={change} />
        )}
      </div>
    </div>
  );
}
