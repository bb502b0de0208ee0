import { getRouteApi } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { reviewForm } from '@zhiheng/forms/review';
import { Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { spotOf } from '../draft/form-edits.ts';
import { isThere, type PartOfForm } from '../draft/part-of-form.ts';
import { useDraft } from '../draft/use-draft.ts';
import { LazyPreview } from '../preview/lazy-preview.ts';
import { BuilderBar } from './builder-bar.tsx';
import { BuilderContext, type Builder as Shared } from './builder-context.ts';
import styles from './builder.module.css';
import { FaultList } from './fault-list.tsx';
import { PartEditor } from './part-editor.tsx';
import { FormTree } from './tree/form-tree.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const route = getRouteApi('/app/surveys/$id/build');
type Pane = 'tree' | 'edit' | 'preview';

interface Props {
  readonly survey: Survey;
  readonly readOnly: boolean;
}

export function Builder({ survey, readOnly }: Props) {
  const { store, form, save, canUndo, canRedo } = useDraft(survey);
  const [pane, setPane] = useState<Pane>('tree');
  const builder = useBuilderOf({ form, readOnly, change: store.change, onOpen: () => setPane('edit') });
  useShortcuts({ builder, undo: store.undo, redo: store.redo });
  // The preview may lag behind the typing.
  const shown = useDeferredValue(form);
  return (
    <BuilderContext value={builder}>
      <BuilderBar survey={survey} store={store} save={save} canUndo={canUndo} canRedo={canRedo} />
      <Segmented<Pane>
        className={styles.panes}
        block
        aria-label={m.surveys_build_panes()}
        value={pane}
        options={[
          { value: 'tree', label: m.surveys_build_pane_tree() },
          { value: 'edit', label: m.surveys_build_pane_edit() },
          { value: 'preview', label: m.surveys_build_preview() },
        ]}
        onChange={setPane}
      />
      <div className={styles.builder} data-pane={pane}>
        <div className={styles.tree}>
          <FormTree />
          <FaultList />
        </div>
        <section className={styles.editor} aria-label={m.surveys_build_editor()}>
          <PartEditor key={builder.part} />
        </section>
        <section className={styles.preview} aria-label={m.surveys_build_preview()}>
          <LazyPreview form={shown} language={builder.language} page={pageOf(form, builder.part)} />
        </section>
      </div>
    </BuilderContext>
  );
}

interface BuilderOf extends Pick<Shared, 'form' | 'readOnly' | 'change'> {
  readonly onOpen: () => void;
}

/** What is open stands in the address; the language is the reader's, as far as the form speaks it. */
function useBuilderOf({ form, readOnly, change, onOpen }: BuilderOf): Shared {
  const { at, in: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const { locale } = useFormat();
  const faults = useMemo(() => reviewForm(form), [form]);
  const wanted = [chosen, locale].find((language) => language !== undefined && form.languages.includes(language));
  const open = (part: PartOfForm, language?: string) => {
    onOpen();
    void navigate({ search: (now) => ({ ...now, at: part, in: language ?? now.in }), replace: true });
  };
  const part = at !== undefined && isThere(form, at) ? at : firstPart(form);
  return { form, readOnly, faults, change, open, part, language: wanted ?? form.languages[0] ?? 'zh' };
}

/** The page on which the open part stands: the preview goes there. */
function pageOf(form: Shared['form'], part: PartOfForm): string | undefined {
  const [kind, key = ''] = part.split(':');
  if (kind === 'page') return key;
  return kind === 'question' ? spotOf(form, key)?.page : undefined;
}

function firstPart(form: Shared['form']): PartOfForm {
  const key = form.pages[0]?.questions[0]?.key;
  return key === undefined ? 'start' : `question:${key}`;
}
