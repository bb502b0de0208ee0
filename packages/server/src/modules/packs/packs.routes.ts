import * as packs from '@zhiheng/contract/packs/packs';
import { bind, bindPublic, type Binder } from '../../platform/http/bind.ts';
import type { Config } from '../../platform/config.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { deleteDemo } from './demo/delete-demo.ts';
import { loadDemoWith } from './demo/load-demo.ts';
import { exportPackOf } from './export-pack.ts';
import { installShippedFrom, uploadPackWith } from './install-pack.ts';
import { listPacksFrom } from './list-packs.ts';
import { packPartsOf } from './pack-parts.ts';
import { setupStateFrom } from './set-up/setup-state.ts';
import { setUpIn } from './set-up/set-up.ts';

interface House {
  readonly config: Pick<Config, 'packsFolder' | 'instrumentsFolder'>;
  readonly installation: Installation;
  readonly jobs: Jobs;
}

export function bindPacks(binder: Binder, { config: { packsFolder, instrumentsFolder }, installation, jobs }: House): void {
  const parts = packPartsOf(instrumentsFolder);
  bindPublic(binder, packs.setupState, setupStateFrom(packsFolder));
  bindPublic(binder, packs.setUp, setUpIn({ packsFolder, parts, installation, jobs }));
  bind(binder, packs.listPacks, listPacksFrom(packsFolder));
  bind(binder, packs.installPack, installShippedFrom(packsFolder, { parts, jobs }));
  bind(binder, packs.uploadPack, uploadPackWith({ parts, jobs }));
  bind(binder, packs.exportPack, exportPackOf(parts));
  bind(binder, packs.loadDemo, loadDemoWith(jobs));
  bind(binder, packs.deleteDemo, deleteDemo);
}
