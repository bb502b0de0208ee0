import { Button } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { addPage } from '../../draft/form-edits.ts';
import type { PartOfForm } from '../../draft/part-of-form.ts';
import { useBuilder } from '../builder-context.ts';
import { DragArea } from './drag-area.tsx';
import { TreePage } from './tree-page.tsx';
import styles from './tree.module.css';

/** Pages and questions in their order, and the parts before and after them. */
export function FormTree() {
  const { form, change, open, readOnly } = useBuilder();
  const add = () => {
    const next = addPage(form);
    change(next.form);
    open(`page:${next.key}`);
  };
  return (
    <nav className={styles.tree} aria-label={m.surveys_build_tree()}>
      <TreePart part="start" label={m.surveys_build_start()} />
      <DragArea>
        {form.pages.map((page) => (
          <TreePage key={page.key} page={page} />
        ))}
      </DragArea>
      {readOnly ? null : (
        <Button type="text" size="small" block onClick={add} disabled={form.pages.length >= 60}>
          + {m.surveys_build_add_page()}
        </Button>
      )}
      <TreePart part="endings" label={m.surveys_build_endings()} count={form.endings.length} />
      <TreePart part="measures" label={m.surveys_build_measures()} count={form.measures.length} />
    </nav>
  );
}

interface PartProps {
  readonly part: PartOfForm;
  readonly label: string;
  readonly count?: number;
}

function TreePart({ part, label, count }: PartProps) {
  const { part: opened, open } = useBuilder();
  return (
    <button type="button" className={styles.part} aria-current={opened === part ? 'true' : undefined} onClick={() => open(part)}>
      {label}
      {count === undefined ? null : <span className={styles.quiet}>{count}</span>}
    </button>
  );
}
