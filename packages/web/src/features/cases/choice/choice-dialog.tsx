import { Modal } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { m } from '../../../paraglide/messages.js';
import styles from './choice-dialog.module.css';
import { matchOptions, type ChoiceOption } from './match-options.ts';

export interface Choice {
  readonly title: string;
  readonly placeholder: string;
  readonly options: readonly ChoiceOption[];
  readonly onChoose: (value: string) => void;
  /** what was typed may become an option of its own */
  readonly fresh?: (text: string) => string;
}

/** Type a few letters, press Enter: one choice without the mouse. */
export function ChoiceDialog({ choice, onClose }: { readonly choice: Choice | null; readonly onClose: () => void }) {
  return (
    <Modal title={choice?.title} open={choice !== null} onCancel={onClose} footer={null} width={420} destroyOnHidden>
      {choice === null ? null : <ChoiceList key={choice.title} choice={choice} onClose={onClose} />}
    </Modal>
  );
}

function ChoiceList({ choice, onClose }: { readonly choice: Choice; readonly onClose: () => void }) {
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const options = optionsFor(choice, text);
  const choose = (option: ChoiceOption | undefined) => {
    if (option === undefined) return;
    onClose();
    choice.onChoose(option.value);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive((active + 1) % Math.max(1, options.length)),
    ArrowUp: () => setActive((active - 1 + options.length) % Math.max(1, options.length)),
    Enter: () => choose(options[active]),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    // While Chinese is being composed, Enter and the arrows belong to the input method.
    if (move === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move();
  };
  return (
    <>
      <input
        className={styles.field}
        role="combobox"
        aria-label={choice.placeholder}
        placeholder={choice.placeholder}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options.length === 0 ? undefined : `${listId}-${active}`}
        autoComplete="off"
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={choice.title} className={styles.list}>
        {options.map((option, index) => (
          <li
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            ref={index === active ? intoView : undefined}
            onClick={() => choose(option)}
          >
            <span>{option.label}</span>
            {option.note === undefined ? null : <span className={styles.note}>{option.note}</span>}
          </li>
        ))}
      </ul>
      {options.length === 0 ? <p className={styles.none}>{m.cases_choice_none()}</p> : null}
    </>
  );
}

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });

function optionsFor({ options, fresh }: Choice, text: string): readonly ChoiceOption[] {
  const found = matchOptions(options, text).slice(0, 100);
  const typed = text.trim();
  const isNew = fresh !== undefined && typed !== '' && !found.some(({ value }) => value === typed);
  return isNew ? [...found, { value: typed, label: fresh(typed) }] : found;
}
