import { Button, Popover } from 'antd';
import type { Page, QuestionType } from '@zhiheng/forms/definition';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { insertQuestion, questionKeys, spotOf } from '../../draft/form-edits.ts';
import { newQuestion } from '../../draft/new-question.ts';
import { nextKey } from '../../draft/next-key.ts';
import { useBuilder } from '../builder-context.ts';
import { typeFaces, typeGroups } from '../type-words.ts';
import styles from './tree.module.css';

/** The kinds of questions to choose from; a new one stands behind the chosen one, or at the end of the page. */
export function AddQuestion({ page }: { readonly page: Page }) {
  const { form, part, change, open } = useBuilder();
  const [choosing, setChoosing] = useState(false);
  const add = (type: QuestionType) => {
    const key = nextKey('q', questionKeys(form));
    const chosen = spotOf(form, part.replace('question:', ''));
    const at = chosen?.page === page.key ? chosen.at + 1 : page.questions.length;
    change(insertQuestion(form, newQuestion(form, type, key), { page: page.key, at }));
    open(`question:${key}`);
    setChoosing(false);
  };
  return (
    <Popover trigger="click" placement="rightTop" open={choosing} onOpenChange={setChoosing} content={<Kinds onChoose={add} />}>
      <Button type="text" size="small" block disabled={page.questions.length >= 100}>
        + {m.surveys_build_add_question()}
      </Button>
    </Popover>
  );
}

function Kinds({ onChoose }: { readonly onChoose: (type: QuestionType) => void }) {
  return (
    <div className={styles.library}>
      {typeGroups.map(({ name, types }) => (
        <section key={types.join()} aria-label={name()}>
          <h3>{name()}</h3>
          {types.map((type) => (
            <button key={type} type="button" className={styles.kind} onClick={() => onChoose(type)}>
              <span className={styles.sign} aria-hidden="true">
                {typeFaces[type].sign}
              </span>
              <span>
                {typeFaces[type].name()}
                <span className={styles.about}>{typeFaces[type].about()}</span>
              </span>
            </button>
          ))}
        </section>
      ))}
    </div>
  );
}
