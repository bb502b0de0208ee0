import type { Agreement } from './policy.ts';

/**
 * The word for an agreement in keys and stored rows: `sla`, `ola:<team>` or `supplier-contract:<supplier>`.
 * @example agreementKey({ kind: 'ola', team: 'second-line' }) // 'ola:second-line'
 */
export function agreementKey(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'sla':
      return 'sla';
    case 'ola':
      return `ola:${agreement.team}`;
    case 'supplier-contract':
      return `supplier-contract:${agreement.supplier}`;
    default:
      return agreement satisfies never;
  }
}

/**
 * The party whose time an agreement counts, as `partyKey` writes it; null when it counts whoever holds the case.
 * @example obligedParty({ kind: 'supplier-contract', supplier: 'carrier' }) // 'supplier:carrier'
 */
export function obligedParty(agreement: Agreement): string | null {
  switch (agreement.kind) {
    case 'sla':
      return null;
    case 'ola':
      return `team:${agreement.team}`;
    case 'supplier-contract':
      return `supplier:${agreement.supplier}`;
    default:
      return agreement satisfies never;
  }
}
