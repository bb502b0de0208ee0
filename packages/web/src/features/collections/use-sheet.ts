import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '@zhiheng/contract/call';
import { saveSheet, type EntrySheet } from '@zhiheng/contract/measurement/collections';
import { useCallback, useMemo, useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { fieldProblems } from '../../lib/problem-words.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { problemText, refusalText } from './cell-words.ts';
import { pasteBlock, type CellPart, type GridPlace } from './paste.rules.ts';
import { cellKey, changedCells, checkCell, draftOf, readClipboard, storedCells, type Drafts, type SheetCell } from './sheet.rules.ts';

type Words = Readonly<Record<string, string>>;

/** The sheet while somebody works on it: what is typed, what is wrong with it, and saving it. */
export function useSheet(sheet: EntrySheet) {
  const format = useFormat();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [refused, setRefused] = useState<Words>({});
  const stored = useMemo(() => storedCells(sheet), [sheet]);
  const changed = useMemo(() => changedCells(sheet, drafts), [sheet, drafts]);
  const problems = useMemo(() => ({ ...refused, ...problemsIn(sheet, drafts, format) }), [sheet, drafts, format, refused]);

  const type = useCallback(
    (key: string, part: CellPart, text: string) => {
      setDrafts((now) => ({ ...now, [key]: { ...draftOf(stored.get(key), now[key]), [part]: text } }));
      setRefused((now) => Object.fromEntries(Object.entries(now).filter(([other]) => other !== key)));
    },
    [stored],
  );
  const paste = (at: GridPlace, text: string) => {
    const next = pasteBlock(sheet, drafts, { at, block: readClipboard(text) });
    setDrafts(next);
    setRefused({});
    showToast({ tone: 'good', words: m.collections_sheet_pasted({ n: format.number(differing(next, drafts)) }) });
  };
  const discard = () => {
    setDrafts({});
    setRefused({});
  };
  const save = useMutation({
    mutationFn: (cells: SheetCell[]) => call(saveSheet, { params: { id: sheet.collectionId, period: sheet.period }, body: { cells } }),
    meta: { showsError: true },
    onError: (error, cells) => setRefused(refusals(error, { cells, sheet, format })),
    onSuccess: (_saved, cells) => {
      discard();
      showToast({ tone: 'good', words: m.collections_sheet_saved({ n: format.number(cells.length) }) });
    },
  });
  return { drafts, stored, changed, problems, type, paste, discard, save, entered: sheet.entered + gained(changed, stored) };
}

export type SheetWork = ReturnType<typeof useSheet>;

function problemsIn(sheet: EntrySheet, drafts: Drafts, format: Format): Words {
  const found = sheet.indicators.flatMap((indicator) =>
    sheet.subjects.flatMap(({ id }): [string, string][] => {
      const key = cellKey(indicator.code, id);
      const draft = drafts[key];
      const problem = draft === undefined ? null : checkCell(indicator, draft);
      return problem === null ? [] : [[key, problemText(problem, format)]];
    }),
  );
  return Object.fromEntries(found);
}

/** The server names cells by their place among those that were sent. */
function refusals(error: unknown, { cells, sheet, format }: { cells: readonly SheetCell[]; sheet: EntrySheet; format: Format }): Words {
  if (!(error instanceof ProblemError)) return {};
  const words = fieldProblems(error);
  const found = error.problem.errors.flatMap(({ path, code }): [string, string][] => {
    const cell = cells[Number(/^cells\.(\d+)\./.exec(path)?.[1] ?? -1)];
    if (cell === undefined) return [];
    const indicator = sheet.indicators.find((one) => one.code === cell.indicator);
    return [[cellKey(cell.indicator, cell.subjectId), refusalText({ code, indicator, other: words.get(path) ?? code }, format)]];
  });
  return Object.fromEntries(found);
}

const differing = (next: Drafts, now: Drafts): number => Object.keys(next).filter((key) => next[key] !== now[key]).length;

/** How many more cells are filled in than are stored. */
function gained(changed: readonly SheetCell[], stored: ReadonlyMap<string, SheetCell>): number {
  return changed.reduce((sum, { indicator, subjectId, value }) => {
    const before = stored.get(cellKey(indicator, subjectId))?.value ?? null;
    return sum + Number(value !== null) - Number(before !== null);
  }, 0);
}
