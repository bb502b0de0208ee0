import { useDroppable } from '@dnd-kit/core';
import { MoreOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { Page } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { movePage, removePage } from '../../draft/form-edits.ts';
import { showToast } from '../../../../lib/toast.ts';
import { useBuilder } from '../builder-context.ts';
import { pageWords } from '../part-words.ts';
import { AddQuestion } from './add-question.tsx';
import { endOf } from './drag-area.tsx';
import styles from './tree.module.css';
import { TreeQuestion } from './tree-question.tsx';

export function TreePage({ page }: { readonly page: Page }) {
  const { form, part, language, readOnly, open } = useBuilder();
  const name = pageWords(form, page, language);
  const { setNodeRef, isOver } = useDroppable({ id: endOf(page.key), disabled: readOnly });
  return (
    <section className={styles.page} aria-label={name}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.pageName}
          aria-current={part === `page:${page.key}` ? 'true' : undefined}
          onClick={() => open(`page:${page.key}`)}
        >
          {name}
        </button>
        {readOnly ? null : <PageMenu page={page} name={name} />}
      </div>
      <ul>
        {page.questions.map((question) => (
          <TreeQuestion key={question.key} question={question} />
        ))}
      </ul>
      <div ref={setNodeRef} className={isOver ? `${styles.end} ${styles.over}` : styles.end}>
        {page.questions.length === 0 ? <p className={styles.quiet}>{m.surveys_build_page_empty()}</p> : null}
        {readOnly ? null : <AddQuestion page={page} />}
      </div>
    </section>
  );
}

function PageMenu({ page, name }: { readonly page: Page; readonly name: string }) {
  const { form, change } = useBuilder();
  const at = form.pages.indexOf(page);
  const remove = () => {
    change(removePage(form, page.key));
    showToast({
      ...{ tone: 'good', words: m.surveys_build_removed({ name }) },
      undo: { label: m.surveys_build_undo(), run: () => change(form) },
    });
  };
  const items = [
    { key: 'up', label: m.surveys_build_up(), disabled: at === 0, onClick: () => change(movePage(form, page.key, -1)) },
    {
      key: 'down',
      label: m.surveys_build_down(),
      disabled: at === form.pages.length - 1,
      onClick: () => change(movePage(form, page.key, 1)),
    },
    { key: 'remove', label: m.surveys_build_remove(), danger: true, disabled: form.pages.length === 1, onClick: remove },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <button type="button" className={styles.more} aria-label={m.surveys_build_more({ name })}>
        <MoreOutlined />
      </button>
    </Dropdown>
  );
}
