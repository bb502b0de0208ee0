import { useQuery } from '@tanstack/react-query';
import { createFieldCode, type FieldCode } from '@zhiheng/contract/fieldwork/codes';
import { Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { orderedCodes } from '../codes/code-tree.rules.ts';
import { codesQuery } from '../fieldwork.query.ts';

/** What a code has for a value while nobody has made it. */
const fresh = 'new:';

interface Props {
  readonly id: string;
  readonly studyId: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Chooses codes by typing; a name that is not in the book can be added at once. */
export function CodesSelect({ id, studyId, value, onChange }: Props) {
  const format = useFormat();
  const { data: codes = [] } = useQuery(codesQuery(studyId));
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const options = orderedCodes(codes).map((code) => ({ value: code.id, label: codeLabel(code, codes, format) }));
  const isThere = options.some(({ label }) => label.toLowerCase() === name.toLowerCase());
  const added = name === '' || isThere ? [] : [{ value: `${fresh}${name}`, label: m.fieldwork_code_add_named({ name }) }];
  const chosenNew = value.filter((each) => each.startsWith(fresh)).map((each) => ({ value: each, label: each.slice(fresh.length) }));
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      autoFocus
      defaultOpen
      maxCount={20}
      placeholder={m.fieldwork_codes_choose()}
      showSearch={{ optionFilterProp: 'label', searchValue: typed, onSearch: setTyped }}
      value={[...value]}
      options={[...options, ...chosenNew.filter((each) => !added.some((other) => other.value === each.value)), ...added]}
      onChange={(next) => {
        setTyped('');
        onChange(next);
      }}
    />
  );
}

/** `等待 › 没有告知`: a code under the one above it. */
export function codeLabel(code: FieldCode, codes: readonly FieldCode[], format: Format): string {
  const parent = codes.find(({ id }) => id === code.parentId);
  return parent === undefined ? format.text(code.name) : `${format.text(parent.name)} › ${format.text(code.name)}`;
}

/** Adds the codes that were typed to the book, and tells the ids of all. */
export const codesMaker =
  (studyId: string) =>
  async (chosen: readonly string[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const each of chosen) {
      const name = each.slice(fresh.length);
      if (!each.startsWith(fresh)) ids.push(each);
      else ids.push((await call(createFieldCode, { params: { id: studyId }, body: { name: { zh: name, en: name } } })).id);
    }
    return ids;
  };
