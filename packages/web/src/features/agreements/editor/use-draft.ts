import { useQueryClient } from '@tanstack/react-query';
import { saveAgreementDraft } from '@zhiheng/contract/agreements/agreements';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { LocalText } from '@zhiheng/contract/values/text';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { agreementQuery, type AgreementWithVersions } from '../agreements.query.ts';

export interface Draft {
  readonly name: LocalText;
  readonly definition: AgreementDefinition;
}

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'overtaken';

export type WithDraft = AgreementWithVersions & { readonly draft: AgreementDefinition };

const pause = 700;

/** A draft that saves itself when the typing stops. The revision that was read goes along: whoever was overtaken is asked. */
export function useDraft(agreement: WithDraft) {
  const [draft, setDraft] = useState<Draft>({ name: agreement.name, definition: agreement.draft });
  const { state, settle, revision, error } = useSaving({ id: agreement.id, draft, first: draft, revision: agreement.revision });
  return {
    draft,
    state,
    revision,
    error,
    change: (part: Partial<AgreementDefinition>) => setDraft((now) => ({ ...now, definition: { ...now.definition, ...part } })),
    rename: (name: LocalText) => setDraft((now) => ({ ...now, name })),
    retry: () => settle({}),
    /** goes on with what somebody else saved */
    takeTheirs: (theirs: WithDraft) => {
      const next = { name: theirs.name, definition: theirs.draft };
      setDraft(next);
      settle({ saved: next, revision: theirs.revision });
    },
    /** saves this draft over what somebody else saved */
    keepMine: (theirs: Pick<WithDraft, 'revision'>) => settle({ revision: theirs.revision }),
  };
}

interface Saving {
  readonly id: string;
  readonly draft: Draft;
  readonly first: Draft;
  readonly revision: number;
}

interface Kept {
  readonly saved: Draft;
  readonly revision: number;
  readonly failure?: { readonly of: Draft; readonly error: unknown };
}

/** Sends the draft once it stands still, one save at a time, and never again what was refused. */
function useSaving({ id, draft, first, revision }: Saving) {
  const client = useQueryClient();
  const [kept, setKept] = useState<Kept>({ saved: first, revision });
  const [saving, setSaving] = useState(false);
  const { saved, failure } = kept;
  const overtaken = statusOf(failure?.error) === 409;
  const waits = draft !== saved && !saving && failure?.of !== draft && !overtaken;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => {
      setSaving(true);
      call(saveAgreementDraft, { params: { id }, body: { revision: kept.revision, name: draft.name, draft: draft.definition } })
        .then((reply) => {
          setKept({ saved: draft, revision: reply.revision });
          client.setQueryData(agreementQuery(id).queryKey, (now) => now && { ...now, ...reply });
        })
        .catch((error: unknown) => setKept((now) => ({ ...now, failure: { of: draft, error } })))
        .finally(() => setSaving(false));
    }, pause);
    return () => clearTimeout(timer);
  }, [waits, draft, id, kept.revision, client]);
  const settle = (part: Partial<Pick<Kept, 'saved' | 'revision'>>) =>
    setKept((now) => ({ saved: part.saved ?? now.saved, revision: part.revision ?? now.revision }));
  const state = stateOf({ overtaken, saving, failed: failure !== undefined, unsaved: draft !== saved });
  return { state, settle, revision: kept.revision, error: failure?.error };
}

interface Signs {
  readonly overtaken: boolean;
  readonly saving: boolean;
  readonly failed: boolean;
  readonly unsaved: boolean;
}

function stateOf({ overtaken, saving, failed, unsaved }: Signs): SaveState {
  if (overtaken) return 'overtaken';
  if (saving) return 'saving';
  if (failed) return 'failed';
  return unsaved ? 'unsaved' : 'saved';
}
