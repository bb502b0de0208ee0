import type { Service } from '@zhiheng/contract/catalog/services';

export interface ServiceRow {
  readonly service: Service;
  /** 0 for a service that is part of nothing shown */
  readonly depth: number;
  readonly children: number;
  /** false for a whole that is shown only because one of its parts fits the search */
  readonly fits: boolean;
}

interface Choice {
  readonly fits: (service: Service) => boolean;
  /** ids of wholes whose parts are folded away */
  readonly folded: ReadonlySet<string>;
}

/** The catalogue from whole to part, in the order of the list. What fits brings the wholes above it along. */
export function serviceRows(services: readonly Service[], { fits, folded }: Choice): ServiceRow[] {
  const shown = withWholes(services, fits);
  const parts = new Map<string | null, Service[]>();
  for (const service of shown) {
    const whole = wholeOf(service, shown);
    parts.set(whole, [...(parts.get(whole) ?? []), service]);
  }
  const rowsUnder = (whole: string | null, depth: number): ServiceRow[] =>
    (parts.get(whole) ?? []).flatMap((service) => {
      const row = { service, depth, children: parts.get(service.id)?.length ?? 0, fits: fits(service) };
      return folded.has(service.id) ? [row] : [row, ...rowsUnder(service.id, depth + 1)];
    });
  return rowsUnder(null, 0);
}

function withWholes(services: readonly Service[], fits: (service: Service) => boolean): readonly Service[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const kept = new Set<string>();
  for (const service of services.filter(fits)) {
    for (let at: Service | undefined = service; at !== undefined && !kept.has(at.id); at = byId.get(at.parentId ?? '')) kept.add(at.id);
  }
  return services.filter(({ id }) => kept.has(id));
}

/** A whole in the trash is not in the list: its parts then stand alone. */
const wholeOf = ({ parentId }: Service, shown: readonly Service[]): string | null =>
  parentId !== null && shown.some(({ id }) => id === parentId) ? parentId : null;
