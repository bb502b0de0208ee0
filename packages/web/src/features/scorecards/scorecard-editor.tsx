import { useMutation } from '@tanstack/react-query';
import { createScorecard, updateScorecard, type Scorecard } from '@zhiheng/contract/evaluation/scores';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormActions } from '../../ui/form-actions.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { CardFields } from './card-fields.tsx';
import { DeleteScorecard } from './delete-scorecard.tsx';
import { flawWords } from './flaw-words.ts';
import { draftOf, flawsOf, newBranch, treeOf, type DraftNode } from './scorecard-draft.ts';
import { settingsOf, valuesOf, type ScorecardValues } from './scorecard-values.ts';
import { SettingFields } from './setting-fields.tsx';
import { TreeEditor } from './tree-editor.tsx';

interface Props {
  readonly scorecard: Scorecard | undefined;
  /** with the code of what was saved; undefined after it was deleted */
  readonly onDone: (code: string | undefined) => void;
}

/** Name, headline, tree with weights, and the settings by which values become scores. */
export function ScorecardEditor({ scorecard, onDone }: Props) {
  const [form] = Form.useForm<ScorecardValues>();
  const [nodes, setNodes] = useState<readonly DraftNode[]>(() => (scorecard === undefined ? [newBranch()] : draftOf(scorecard.children)));
  const flaws = flawsOf(nodes);
  const save = useMutation({
    mutationFn: ({ code, ...values }: ScorecardValues) => {
      const body = { ...values, settings: settingsOf({ code, ...values }), children: treeOf(nodes) };
      if (scorecard === undefined) return call(createScorecard, { body: { ...body, code } });
      return call(updateScorecard, { params: { id: scorecard.id }, body: { ...body, version: scorecard.version } });
    },
    meta: { showsError: true, done: m.board_editor_saved() },
    onSuccess: ({ code }) => onDone(code),
    onError: (error) => showFieldProblems(form, error),
  });
  return (
    <Form<ScorecardValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={valuesOf(scorecard)}
      onFinish={(values) => save.mutate(values)}
    >
      <CardFields isNew={scorecard === undefined} />
      <FormSection title={m.board_editor_tree()} note={m.board_editor_weights_relative()}>
        <TreeEditor nodes={nodes} onChange={setNodes} />
      </FormSection>
      <SettingFields />
      {flaws.map((flaw) => (
        <p key={flaw} role="status">
          ▲ {flawWords[flaw]()}
        </p>
      ))}
      <ProblemAlert error={save.error} />
      <FormActions>
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={flaws.length > 0}>
          {m.board_editor_save()}
        </Button>
        {scorecard === undefined ? null : <DeleteScorecard scorecard={scorecard} onDone={() => onDone(undefined)} />}
      </FormActions>
    </Form>
  );
}
