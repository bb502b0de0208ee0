import { useMutation } from '@tanstack/react-query';
import { moveProject, type Project } from '@zhiheng/contract/improvement/projects';
import type { ProjectState } from '@zhiheng/contract/improvement/project-kind';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import { ReasonDialog, type Way } from './reason-dialog.tsx';

/** The ways on from a state; each way that is not the usual one asks why. */
export function MoveButtons({ project }: { readonly project: Project }) {
  const may = useMay();
  const [way, setWay] = useState<Way | null>(null);
  const { id, version, state, next } = project;
  const move = useMutation({
    mutationFn: (to: ProjectState) => call(moveProject, { params: { id }, body: { version, to } }),
    meta: { done: m.improvement_moved() },
  });
  if (!may('improvement.write')) return null;
  return (
    <>
      {waysFrom(project).map((one) => (
        <Button key={one.label()} onClick={() => setWay(one)}>
          {one.label()}
        </Button>
      ))}
      {next === null ? null : (
        <Button type="primary" disabled={next.missing.length > 0} loading={move.isPending} onClick={() => move.mutate(next.state)}>
          {wordsOn(state, next.state)}
        </Button>
      )}
      {way === null ? null : <ReasonDialog project={project} way={way} onClose={() => setWay(null)} />}
    </>
  );
}

function wordsOn(state: ProjectState, to: ProjectState): string {
  if (to === 'running') return m.improvement_start_button();
  if (to === 'verifying') return m.improvement_verify_button();
  return state === 'running' ? m.improvement_close_unverified() : m.improvement_close_button();
}

const stop: Way = { to: 'stopped', label: m.improvement_stop };

function waysFrom({ state, next }: Project): readonly Way[] {
  if (state === 'draft') {
    const lacksPlanOnly = next?.missing.length === 1 && next.missing[0]?.code === 'plan_missing';
    const unverified: Way = { to: 'running', label: m.improvement_start_unverified, help: m.improvement_start_unverified_text };
    return lacksPlanOnly ? [stop, unverified] : [stop];
  }
  if (state === 'running') return [stop];
  if (state === 'verifying') return [stop, { to: 'running', label: m.improvement_go_back }];
  return state === 'stopped' ? [{ to: 'draft', label: m.improvement_reopen }] : [];
}
