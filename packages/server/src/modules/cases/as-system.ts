import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { systemActor } from '../../platform/operation.ts';
import type { Opener } from './case-number.ts';

export type SystemWork<T> = (operation: Required<Opener>) => Promise<T>;

interface Place {
  readonly root: Db;
  readonly orgId: string;
  readonly now: Date;
}

/** Works inside an organisation where no account calls: one transaction, and after it what is to be told. */
export async function asSystem<T>({ root, orgId, now }: Place, work: SystemWork<T>): Promise<T> {
  const tasks: (() => Promise<void> | void)[] = [];
  const answer = await inOrganisation(root, orgId, (db) =>
    work({ db, orgId, actor: systemActor, now, afterCommit: (task) => void tasks.push(task) }),
  );
  for (const task of tasks) await task();
  return answer;
}
