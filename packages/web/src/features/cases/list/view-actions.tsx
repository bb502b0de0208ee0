import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deleteCaseView, saveCaseView, type CaseView } from '@zhiheng/contract/cases/views';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { viewsQuery } from '../cases.query.ts';
import { isNarrowed, type CasesSearch } from './cases.search.ts';

interface Props {
  readonly search: CasesSearch;
  readonly onSave: () => void;
}

/** Keep what is filtered now, or let go of the saved view that is shown. */
export function ViewActions({ search, onSave }: Props) {
  const { data: saved = [] } = useQuery(viewsQuery);
  const current = saved.find(({ id }) => id === search.view);
  if (current?.mine === true) return <DeleteView view={current} />;
  if (!isNarrowed(search)) return null;
  return <Button onClick={onSave}>{m.cases_view_save()}</Button>;
}

function DeleteView({ view }: { readonly view: CaseView }) {
  const { id, name, filter, order, shared } = view;
  const navigate = useNavigate();
  const restore = useMutation({ mutationFn: () => call(saveCaseView, { params: { id }, body: { name, filter, order, shared } }) });
  const remove = useMutation({
    mutationFn: () => call(deleteCaseView, { params: { id } }),
    onSuccess: () => {
      const undo = { label: m.shell_undo(), run: () => restore.mutate() };
      showToast({ tone: 'good', words: m.cases_view_deleted({ name }), undo });
      void navigate({ to: '/app/cases', search: {} });
    },
  });
  return (
    <Button type="text" danger loading={remove.isPending} onClick={() => remove.mutate()}>
      {m.cases_view_delete()}
    </Button>
  );
}
