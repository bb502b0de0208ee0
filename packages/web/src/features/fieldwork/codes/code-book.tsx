import { MoreOutlined } from '@ant-design/icons';
import type { FieldCode } from '@zhiheng/contract/fieldwork/codes';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { MenuItem, PopoverMenu } from '../../../ui/popover-menu.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { orderedCodes } from './code-tree.rules.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { useDeleteCode, useMoveCode } from './use-codes.ts';
import styles from './codes.module.css';

interface Props {
  readonly studyId: string;
  readonly codes: readonly FieldCode[];
  /** undefined: all quotes */
  readonly chosen: string | undefined;
  readonly mayWrite: boolean;
  readonly onChoose: (codeId: string | undefined) => void;
}

type Asked =
  | { readonly kind: 'edit'; readonly code: FieldCode | undefined; readonly parentId: string | null }
  | { readonly kind: 'merge'; readonly code: FieldCode };

/** The codes of a study as a tree of two levels; choosing one shows its quotes. */
export function CodeBook({ studyId, codes, chosen, mayWrite, onChoose }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const add = (
    <Button size="small" onClick={() => setAsked({ kind: 'edit', code: undefined, parentId: null })}>
      {m.fieldwork_code_add()}
    </Button>
  );
  return (
    <Card title={m.fieldwork_code_book()} actions={mayWrite ? add : undefined}>
      {codes.length === 0 ? <p className={styles.grey}>{m.fieldwork_code_book_none()}</p> : null}
      <ul className={styles.codes}>
        <Line words={m.fieldwork_codes_all()} isChosen={chosen === undefined} onChoose={() => onChoose(undefined)} />
        {orderedCodes(codes).map((code) => (
          <CodeLine
            key={code.id}
            code={code}
            codes={codes}
            isChosen={chosen === code.id}
            mayWrite={mayWrite}
            onChoose={() => onChoose(code.id)}
            onAsk={setAsked}
          />
        ))}
        <Line words={m.fieldwork_code_none()} isChosen={chosen === 'none'} onChoose={() => onChoose('none')} />
      </ul>
      {asked?.kind === 'edit' ? (
        <CodeDialog studyId={studyId} codes={codes} code={asked.code} parentId={asked.parentId} onClose={close} />
      ) : null}
      {asked?.kind === 'merge' ? <MergeDialog codes={codes} code={asked.code} onClose={close} /> : null}
    </Card>
  );
}

interface LineProps {
  readonly words: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Line({ words, isChosen, onChoose }: LineProps) {
  return (
    <li>
      <button type="button" className={styles.code} aria-pressed={isChosen} onClick={onChoose}>
        {words}
      </button>
    </li>
  );
}

interface CodeLineProps {
  readonly code: FieldCode;
  readonly codes: readonly FieldCode[];
  readonly isChosen: boolean;
  readonly mayWrite: boolean;
  readonly onChoose: () => void;
  readonly onAsk: (asked: Asked) => void;
}

function CodeLine({ code, codes, isChosen, mayWrite, onChoose, onAsk }: CodeLineProps) {
  const format = useFormat();
  return (
    <li className={code.parentId === null ? undefined : styles.below}>
      <button type="button" className={styles.code} aria-pressed={isChosen} title={format.text(code.meaning)} onClick={onChoose}>
        <span>{format.text(code.name)}</span>
        <span className={styles.count}>{format.number(code.quotes)}</span>
      </button>
      {mayWrite ? <CodeMenu code={code} codes={codes} onAsk={onAsk} /> : null}
    </li>
  );
}

function CodeMenu({ code, codes, onAsk }: Pick<CodeLineProps, 'code' | 'codes' | 'onAsk'>) {
  const format = useFormat();
  const move = useMoveCode(codes);
  const remove = useDeleteCode(code);
  const isBare = code.quotes === 0 && codes.every(({ parentId }) => parentId !== code.id);
  return (
    <PopoverMenu label={m.fieldwork_code_actions({ name: format.text(code.name) })} face={<MoreOutlined />}>
      <MenuItem onChoose={() => onAsk({ kind: 'edit', code, parentId: code.parentId })}>{m.fieldwork_edit()}</MenuItem>
      {code.parentId === null ? (
        <MenuItem onChoose={() => onAsk({ kind: 'edit', code: undefined, parentId: code.id })}>{m.fieldwork_code_add_below()}</MenuItem>
      ) : null}
      <MenuItem onChoose={() => move(code.id, -1)}>{m.fieldwork_code_up()}</MenuItem>
      <MenuItem onChoose={() => move(code.id, 1)}>{m.fieldwork_code_down()}</MenuItem>
      {codes.length > 1 ? <MenuItem onChoose={() => onAsk({ kind: 'merge', code })}>{m.fieldwork_code_merge()}</MenuItem> : null}
      {isBare ? <MenuItem onChoose={() => remove.mutate()}>{m.fieldwork_delete()}</MenuItem> : null}
    </PopoverMenu>
  );
}
