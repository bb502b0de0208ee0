import type { ServiceState } from '@zhiheng/contract/catalog/service-state';
import { m } from '../../paraglide/messages.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

export const serviceStateWords: Readonly<Record<ServiceState, () => string>> = {
  pipeline: m.library_services_state_pipeline,
  live: m.library_services_state_live,
  retired: m.library_services_state_retired,
};
const tones = { pipeline: 'note', live: 'good', retired: 'idle' } as const satisfies Record<ServiceState, Tone>;

export function ServiceStateBadge({ state }: { readonly state: ServiceState }) {
  return <StatusBadge tone={tones[state]}>{serviceStateWords[state]()}</StatusBadge>;
}
