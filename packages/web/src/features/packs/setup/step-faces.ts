import type { ComponentType } from 'react';
import { m } from '../../../paraglide/messages.js';
import { AdministratorStep } from './administrator-step.tsx';
import { DemoStep } from './demo-step.tsx';
import type { Draft, DraftField, Step } from './draft.ts';
import { OrganisationStep } from './organisation-step.tsx';
import { PackStep } from './pack-step.tsx';
import type { SetupState } from './use-setup.ts';

export interface StepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problems: ReadonlyMap<DraftField, string>;
  readonly packs: SetupState['packs'];
}

export const stepFaces: Readonly<Record<Step, { readonly title: () => string; readonly Face: ComponentType<StepProps> }>> = {
  organisation: { title: m.shell_setup_step_organisation, Face: OrganisationStep },
  pack: { title: m.shell_setup_step_pack, Face: PackStep },
  administrator: { title: m.shell_setup_step_administrator, Face: AdministratorStep },
  demo: { title: m.shell_setup_step_demo, Face: DemoStep },
};
