import type { CauseAnalysis } from '@zhiheng/contract/causes/causes';
import { Alert, Button } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { problemWords } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { useMay } from '../identity/index.ts';
import styles from './causes.module.css';
import { EvidenceCard } from './evidence/evidence-card.tsx';
import { CutSetsCard } from './cut-sets-card.tsx';
import { NodeCard } from './node-card.tsx';
import { Picture } from './picture/picture.tsx';
import pictureStyles from './picture/picture.module.css';
import { PictureTools } from './picture/picture-tools.tsx';
import { keyAction } from './picture/key-actions.ts';
import { useTreeEditor, type TreeEditor } from './use-tree-editor.ts';

/** The picture at the left, what is known of the selected cause at the right. */
export function AnalysisEditor({ analysis }: { readonly analysis: CauseAnalysis }) {
  const may = useMay();
  const editor = useTreeEditor(analysis);
  const svg = useRef<SVGSVGElement>(null);
  const editable = may('findings.write');
  const onKey = (event: KeyboardEvent) => {
    const act = keyAction(event, editor, editable);
    if (act === null) return;
    event.preventDefault();
    act();
    // The focus follows what is selected, once that is drawn.
    requestAnimationFrame(() => svg.current?.querySelector<SVGGElement>('[tabindex="0"]')?.focus());
  };
  return (
    <div className={styles.grid}>
      <div className={styles.column}>
        <Card>
          <PictureTools analysis={analysis} editor={editor} editable={editable} svg={svg} />
          <SaveProblem editor={editor} />
          <Picture
            title={analysis.title}
            method={analysis.method}
            tree={editor.tree}
            states={analysis.states}
            selected={editor.selected}
            editable={editable}
            editing={editor.editing}
            svg={svg}
            onSelect={editor.select}
            onEdit={(id) => (editable ? editor.edit(id) : undefined)}
            onWritten={editor.written}
            onMove={editor.move}
            onKey={onKey}
          />
          {editable ? <p className={pictureStyles.help}>{m.causes_picture_help()}</p> : null}
        </Card>
        {analysis.method === 'fault-tree' ? <CutSetsCard tree={editor.tree} /> : null}
      </div>
      <div className={styles.column}>
        <NodeCard method={analysis.method} editor={editor} editable={editable} />
        <EvidenceCard analysis={analysis} node={editor.node} editable={editable} />
      </div>
    </div>
  );
}

function SaveProblem({ editor: { save, takeTheirs, keepMine } }: { readonly editor: TreeEditor }) {
  if (save.kind === 'failed') return <Alert type="error" title={m.causes_failed({ reason: problemWords(save.error) })} />;
  if (save.kind !== 'overtaken') return null;
  return (
    <Alert
      type="warning"
      title={m.causes_overtaken()}
      action={
        <span className={styles.choices}>
          <Button size="small" onClick={() => void takeTheirs()}>
            {m.causes_take_theirs()}
          </Button>
          <Button size="small" onClick={() => void keepMine()}>
            {m.causes_keep_mine()}
          </Button>
        </span>
      }
    />
  );
}
