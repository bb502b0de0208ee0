import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Popover, Select } from 'antd';
import type { SaveState } from '../../../lib/draft-saver.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { saveTones, saveWords } from '../../../ui/save-words.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { DraftHome } from '../draft/draft-home.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import { languageName } from '../language-name.ts';
import { useBuilder } from './builder-context.ts';
import styles from './builder-bar.module.css';

interface Props {
  readonly home: DraftHome;
  readonly store: DraftStore;
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Whether it is saved, steps to take back, and the language that is edited. */
export function BuilderBar({ home, store, save, canUndo, canRedo }: Props) {
  const { form, language, part, readOnly, open } = useBuilder();
  const { locale } = useFormat();
  return (
    <div className={styles.bar}>
      {readOnly ? (
        <span className={styles.quiet}>{m.surveys_build_read_only()}</span>
      ) : (
        <>
          <Button type="text" icon={<UndoOutlined />} aria-label={m.surveys_build_undo()} disabled={!canUndo} onClick={store.undo} />
          <Button type="text" icon={<RedoOutlined />} aria-label={m.surveys_build_redo()} disabled={!canRedo} onClick={store.redo} />
          <SaveWords home={home} store={store} save={save} />
          <Popover trigger="click" title={m.surveys_build_shortcuts()} content={<Shortcuts />}>
            <Button type="text" className={styles.keys ?? ''}>
              {m.surveys_build_shortcuts()}
            </Button>
          </Popover>
        </>
      )}
      <span className={styles.language}>
        <Select
          aria-label={m.surveys_build_language()}
          value={language}
          popupMatchSelectWidth={false}
          options={form.languages.map((value) => ({ value, label: languageName(value, locale) }))}
          onChange={(next) => open(part, next)}
        />
      </span>
    </div>
  );
}

function SaveWords({ home, store, save }: Pick<Props, 'home' | 'store' | 'save'>) {
  return (
    <span className={styles.state} role="status">
      <StatusBadge tone={saveTones[save.kind]}>{saveWords(save)}</StatusBadge>
      {save.kind === 'failed' ? (
        <Button size="small" onClick={() => void store.flush()}>
          {m.surveys_build_try_save()}
        </Button>
      ) : null}
      {save.kind === 'overtaken' ? <Overtaken home={home} store={store} /> : null}
    </span>
  );
}

/** Two people wrote at once: nothing is lost, one of them decides. */
function Overtaken({ home, store }: Pick<Props, 'home' | 'store'>) {
  const settle = useMutation({
    mutationFn: async (mine: boolean) => {
      const newest = await home.read();
      if (mine) store.keepMine(newest.version);
      else store.takeTheirs(newest);
    },
  });
  return (
    <>
      <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(true)}>
        {m.surveys_build_keep_mine()}
      </Button>
      <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(false)}>
        {m.surveys_build_take_theirs()}
      </Button>
    </>
  );
}

function Shortcuts() {
  const keys = [
    ['Ctrl Z', m.surveys_build_key_undo()],
    ['Ctrl Shift Z', m.surveys_build_key_redo()],
    ['Alt ↑ ↓', m.surveys_build_key_move()],
    ['Alt K J', m.surveys_build_key_step()],
    ['Alt D', m.surveys_build_key_duplicate()],
    ['Delete', m.surveys_build_key_remove()],
  ] as const;
  return (
    <dl className={styles.shortcuts}>
      {keys.map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
