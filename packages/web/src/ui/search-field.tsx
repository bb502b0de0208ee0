import { Input } from 'antd';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSearch: (value: string | undefined) => void;
}

/** Searches by Enter or when the field is left: the address changes once, not at every key. */
export function SearchField({ label, value, onSearch }: Props) {
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  // The address changed by another hand, such as a button that clears the filters.
  if (value !== shown) {
    setShown(value);
    setText(value ?? '');
  }
  const search = () => {
    const next = text.trim() === '' ? undefined : text.trim();
    if (next !== value) onSearch(next);
  };
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      style={{ maxWidth: 280 }}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={search}
      onBlur={search}
    />
  );
}
