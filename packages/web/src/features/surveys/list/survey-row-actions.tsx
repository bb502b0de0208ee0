import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { createSurvey, deleteSurvey, type SurveyRow } from '@zhiheng/contract/surveys/surveys';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';

export function SurveyRowActions({ survey }: { readonly survey: SurveyRow }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { id, name } = survey;
  const copy = useMutation({
    mutationFn: () =>
      call(createSurvey, {
        body: { name: { zh: copyName(name.zh), en: copyName(name.en) }, copyOf: id },
      }),
    onSuccess: (made) => {
      showToast({ tone: 'good', words: m.surveys_copied({ name: format.text(made.name) }) });
      void navigate({ to: '/app/surveys/$id/build', params: { id: made.id } });
    },
  });
  const deletion = useDeletion({
    name: format.text(name),
    remove: () => call(deleteSurvey, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'survey', id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.surveys_copy(), of: format.text(name), onClick: () => copy.mutate(), pending: copy.isPending },
        { label: m.surveys_delete(), of: format.text(name), onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}

/** Told from its original in the list until somebody names it. */
const copyName = (name: string): string => `${name.slice(0, 390)} (2)`;
