import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { deleteAnalysis, type CauseAnalysis } from '@zhiheng/contract/causes/causes';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { AnalysisEditor } from './analysis-editor.tsx';
import { methodWords } from './cause-words.ts';
import { analysisQuery } from './causes.query.ts';

const route = getRouteApi('/app/causes/$id');

/** One analysis: the picture, the evidence of each cause, and of a fault tree what it comes to. */
export function AnalysisPage() {
  const { id } = route.useParams();
  const may = useMay();
  const format = useFormat();
  const query = useQuery(analysisQuery(id));
  const analysis = query.data;
  return (
    <>
      <PageHeader
        title={analysis?.title ?? m.causes_title()}
        line={
          analysis === undefined ? (
            m.causes_line()
          ) : (
            <>
              {methodWords[analysis.method]()} ·{' '}
              <Link to="/app/findings/$id" params={{ id: analysis.findingId }}>
                {analysis.findingNumber} {format.text(analysis.finding)}
              </Link>
            </>
          )
        }
        actions={
          <>
            <Link to="/app/causes">{m.causes_back()}</Link>
            {analysis !== undefined && may('findings.write') ? <TrashButton analysis={analysis} /> : null}
          </>
        }
      />
      {statusOf(query.error) === 404 ? (
        <EmptyState title={m.causes_gone()} action={<Link to="/app/causes">{m.causes_back()}</Link>} />
      ) : (
        <QueryView query={query}>{(data) => <AnalysisEditor key={data.id} analysis={data} />}</QueryView>
      )}
    </>
  );
}

function TrashButton({ analysis: { id, title } }: { readonly analysis: CauseAnalysis }) {
  const navigate = useNavigate();
  const deletion = useDeletion({
    name: title,
    remove: () => call(deleteAnalysis, { params: { id } }).then(() => navigate({ to: '/app/causes' })),
    restore: () => call(restoreFromTrash, { params: { kind: 'cause-analysis', id } }),
  });
  return (
    <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
      {m.causes_to_trash()}
    </Button>
  );
}
