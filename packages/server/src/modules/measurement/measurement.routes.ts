import type { Binder } from '../../platform/http/bind.ts';

export function bindMeasurement(_binder: Binder): void {
  // a line per endpoint
}
