import * as packs from '@zhiheng/contract/packs/packs';
import { bind, bindPublic, type Binder } from '../../platform/http/bind.ts';
import type { Config } from '../../platform/config.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { deleteDemo } from './demo/delete-demo.ts';
import { loadDemoWith } from './demo/load-demo.ts';
import { exportPack } from './export-pack.ts';
import { installShippedFrom, uploadPackWith } from './install-pack.ts';
import { listPacksFrom } from './list-packs.ts';
import { setupStateFrom } from './set-up/setup-state.ts';
import { setUpIn } from './set-up/set-up.ts';

interface House {
  readonly config: Pick<Config, 'packsFolder'>;
  readonly installation: Installation;
  readonly jobs: Jobs;
}

export function bindPacks(binder: Binder, { config: { packsFolder }, installation, jobs }: House): void {
  bindPublic(binder, packs.setupState, setupStateFrom(packsFolder));
  bindPublic(binder, packs.setUp, setUpIn({ packsFolder, installation, jobs }));
  bind(binder, packs.listPacks, listPacksFrom(packsFolder));
  bind(binder, packs.installPack, installShippedFrom(packsFolder, jobs));
  bind(binder, packs.uploadPack, uploadPackWith(jobs));
  bind(binder, packs.exportPack, exportPack);
  bind(binder, packs.loadDemo, loadDemoWith(jobs));
  bind(binder, packs.deleteDemo, deleteDemo);
}
