import { reviewForm } from '@zhiheng/forms/review';
import { Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { DraftHome } from '../draft/draft-home.ts';
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

type Pane = 'tree' | 'edit' | 'preview';

/** What of the form is open, as it stands in the address of the page. */
export interface BuilderPlace {
  readonly at?: PartOfForm | undefined;
  /** the language that is edited, when it is not the reader's own */
  readonly in?: string | undefined;
}

interface Props {
  readonly home: DraftHome;
  readonly readOnly: boolean;
  readonly place: BuilderPlace;
  readonly onPlace: (place: BuilderPlace) => void;
}

/** A form at work: what it asks at the left, one part of it in the middle, how it looks at the right. */
export function Builder({ home, readOnly, place, onPlace }: Props) {
  const { store, form, save, canUndo, canRedo } = useDraft(home);
  const [pane, setPane] = useState<Pane>('tree');
  const show = (next: BuilderPlace) => {
    setPane('edit');
    onPlace(next);
  };
  const builder = useBuilderOf({ form, readOnly, change: store.change, place, onPlace: show });
  useShortcuts({ builder, undo: store.undo, redo: store.redo });
  // The preview may lag behind the typing.
  const shown = useDeferredValue(form);
  return (
    <BuilderContext value={builder}>
      <BuilderBar home={home} store={store} save={save} canUndo={canUndo} canRedo={canRedo} />
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
  readonly place: BuilderPlace;
  readonly onPlace: (place: BuilderPlace) => void;
}

/** What is open stands in the address; the language is the reader's, as far as the form speaks it. */
function useBuilderOf({ form, readOnly, change, place, onPlace }: BuilderOf): Shared {
  const { at, in: chosen } = place;
  const { locale } = useFormat();
  const faults = useMemo(() => reviewForm(form), [form]);
  const wanted = [chosen, locale].find((language) => language !== undefined && form.languages.includes(language));
  const open = (part: PartOfForm, language?: string) => onPlace({ at: part, in: language ?? chosen });
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
