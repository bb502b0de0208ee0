import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { agreementQuery, type AgreementWithVersions } from './agreements.query.ts';
import { AgreementEditor } from './editor/agreement-editor.tsx';
import { AgreementReader } from './versions/agreement-reader.tsx';

const route = getRouteApi('/app/agreements/$id');

/** One agreement: its draft to be written, or what is in force to be read. */
export function AgreementPage() {
  const { id } = route.useParams();
  const query = useQuery(agreementQuery(id));
  return (
    <>
      {query.data === undefined ? <PageHeader title={m.agreements_title()} /> : null}
      <QueryView query={query}>{(agreement) => <Content key={id} agreement={agreement} />}</QueryView>
    </>
  );
}

function Content({ agreement }: { readonly agreement: AgreementWithVersions }) {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const { draft } = agreement;
  if (draft === null || view === 'versions' || !may('agreements.define')) {
    return <AgreementReader agreement={agreement} onDraft={() => void navigate({ search: {} })} />;
  }
  return <AgreementEditor agreement={{ ...agreement, draft }} />;
}
