import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createCase, linkCases } from '@zhiheng/contract/cases/cases';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { settleOffer } from '@zhiheng/contract/knowledge/knowledge';
import type { FormInstance } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import { useSuggestions } from '../../knowledge/index.ts';
import { bodyOf, onlyAsked, type NewCaseValues } from './new-case-body.ts';

interface Asked {
  readonly form: FormInstance<NewCaseValues>;
  readonly fields: readonly CaseField[];
  readonly duplicateOf: string | null;
  readonly spoken: { readonly text: string; readonly serviceId: string | null };
}

/** Saves the case, links it to the one it repeats, and notes that the articles offered did not spare it. */
export function useCreateCase({ form, fields, duplicateOf, spoken }: Asked) {
  const navigate = useNavigate();
  const may = useMay();
  const create = useMutation({
    mutationFn: async (values: NewCaseValues) => {
      const opened = await call(createCase, { body: bodyOf(onlyAsked(values, fields)) });
      await finish(opened.id);
      return opened;
    },
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ number }) => {
      showToast({ tone: 'good', words: m.cases_new_saved({ number }) });
      void navigate({ to: '/app/cases/$id', params: { id: number } });
    },
  });
  const suggestions = useSuggestions({ ...spoken, recorded: true, enabled: may('knowledge.read') });
  /** The case is there, whatever becomes of these: a second attempt would open a second case. */
  const finish = async (caseId: string): Promise<void> => {
    const offerId = suggestions.end();
    await Promise.allSettled([
      ...(duplicateOf === null ? [] : [call(linkCases, { params: { id: caseId }, body: { kind: 'duplicate-of', otherId: duplicateOf } })]),
      ...(offerId === null ? [] : [call(settleOffer, { params: { id: offerId }, body: { outcome: 'case-opened', caseId } })]),
    ]);
  };
  return { create, suggestions };
}
