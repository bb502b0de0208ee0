import { useDraggable, useDroppable } from '@dnd-kit/core';
import { HolderOutlined, MoreOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { Question } from '@zhiheng/forms/definition';
import type { KeyboardEvent } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { partAt } from '../../draft/part-of-form.ts';
import { useBuilder } from '../builder-context.ts';
import { questionNumber, questionWords } from '../part-words.ts';
import { typeFaces } from '../type-words.ts';
import { questionItems } from './question-items.ts';
import styles from './tree.module.css';

export function TreeQuestion({ question }: { readonly question: Question }) {
  const builder = useBuilder();
  const { form, language, readOnly, faults } = builder;
  const { key } = question;
  const name = questionWords(form, key, language);
  const part = `question:${key}` as const;
  const { attributes, listeners, transform, isDragging, setNodeRef: setHandle } = useDraggable({ id: key, disabled: readOnly });
  const { setNodeRef, isOver } = useDroppable({ id: key, disabled: readOnly });
  const faulty = faults.some(({ path }) => partAt(form, path) === part);
  const items = questionItems(builder, key);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || readOnly) return;
    event.preventDefault();
    items.find((item) => item.key === 'remove')?.onClick();
  };
  const over = isOver && !isDragging;
  const moved = transform === null ? undefined : { translate: `0 ${transform.y}px`, zIndex: 1 };
  return (
    <li ref={setNodeRef} className={over ? `${styles.line} ${styles.before}` : styles.line} style={moved}>
      {readOnly ? null : (
        <button
          type="button"
          ref={setHandle}
          className={styles.handle}
          {...attributes}
          {...listeners}
          aria-label={m.surveys_build_drag({ name })}
        >
          <HolderOutlined />
        </button>
      )}
      <button
        type="button"
        className={styles.question}
        aria-current={builder.part === part ? 'true' : undefined}
        title={typeFaces[question.type].name()}
        onClick={() => builder.open(part)}
        onKeyDown={press}
      >
        <span className={styles.sign} aria-hidden="true">
          {typeFaces[question.type].sign}
        </span>
        <span className={styles.words}>
          {questionNumber(form, key)} {name}
        </span>
        {faulty ? (
          <span className={styles.fault} role="img" aria-label={m.surveys_faults_here()}>
            ■
          </span>
        ) : null}
      </button>
      {readOnly ? null : (
        <Dropdown trigger={['click']} menu={{ items }}>
          <button type="button" className={styles.more} aria-label={m.surveys_build_more({ name })}>
            <MoreOutlined />
          </button>
        </Dropdown>
      )}
    </li>
  );
}
