import type { Config } from '../platform/config.ts';
import type { Logins } from '../platform/database/provision.ts';

export async function backUpBeforeUpgrade(_config: Config, _logins: Logins): Promise<void> {
  throw new Error('to be written');
}
