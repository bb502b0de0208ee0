import { useMutation } from '@tanstack/react-query';
import { exportOpenSlo, importOpenSlo, type OpenSloProblem } from '@zhiheng/contract/monitoring/openslo';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMay } from '../identity/index.ts';
import { openSloReasons } from './openslo-words.ts';
import styles from './objectives.module.css';

/** Objectives as a file of OpenSLO v1, in both directions. */
export function OpenSloDialog({ onClose }: { readonly onClose: () => void }) {
  const may = useMay();
  const [text, setText] = useState('');
  const save = useMutation({
    mutationFn: () => call(exportOpenSlo),
    onSuccess: (file) => saveFile('objectives.openslo.yaml', new Blob([file.text], { type: 'application/yaml' })),
  });
  const take = useMutation({
    mutationFn: () => call(importOpenSlo, { body: { text } }),
    meta: { showsError: true },
    onSuccess: ({ objectives, problems }) => {
      if (problems.length > 0) return;
      showToast({
        tone: 'good',
        words: m.objectives_openslo_taken({ n: objectives.filter(({ change }) => change !== 'unchanged').length }),
      });
      onClose();
    },
  });
  const mayTake = may('objectives.define');
  return (
    <Modal
      title={m.objectives_openslo()}
      open
      onCancel={onClose}
      width={720}
      footer={
        <>
          <Button onClick={() => save.mutate()} loading={save.isPending}>
            {m.objectives_openslo_save()}
          </Button>
          {mayTake ? (
            <Button type="primary" onClick={() => take.mutate()} loading={take.isPending} disabled={text.trim() === ''}>
              {m.objectives_openslo_take()}
            </Button>
          ) : null}
        </>
      }
    >
      <p className={styles.note}>{mayTake ? m.objectives_openslo_help() : m.objectives_openslo_help_read()}</p>
      {mayTake ? (
        <Input.TextArea
          aria-label={m.objectives_openslo_text()}
          className={styles.text ?? ''}
          rows={14}
          spellCheck={false}
          placeholder={'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: …'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <Problems problems={take.data?.problems ?? []} />
      <ProblemAlert error={take.error} />
    </Modal>
  );
}

function Problems({ problems }: { readonly problems: readonly OpenSloProblem[] }) {
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <div role="alert">
      <p className={styles.note}>{m.objectives_openslo_refused({ n: format.number(problems.length) })}</p>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={index}>
            <span aria-hidden="true">■</span> {placeOf(problem, format.number(problem.document))} {openSloReasons[problem.reason]()}
            {problem.value === null || problem.value === '' ? null : ` (${problem.value})`}
          </li>
        ))}
      </ul>
    </div>
  );
}

const placeOf = ({ kind, name, field }: OpenSloProblem, n: string): string =>
  [m.objectives_openslo_document({ n }), [kind, name].filter((part) => part !== '').join(' '), field]
    .filter((part) => part !== '')
    .join(' · ') + ':';
