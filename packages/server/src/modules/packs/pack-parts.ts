import { agreementsPackPart, calendarsPackPart } from '../agreements/index.ts';
import { servicesPackPart } from '../catalog/index.ts';
import { customersPackPart } from '../customers/index.ts';
import { scorecardsPackPart } from '../evaluation/index.ts';
import { indicatorsPackPart } from '../measurement/index.ts';
import { organisationPackPart } from '../organisation/index.ts';

/** The parts of a pack in the order of the modules that own them: each names only what stands before it. */
export const packParts = [
  organisationPackPart,
  customersPackPart,
  servicesPackPart,
  calendarsPackPart,
  agreementsPackPart,
  indicatorsPackPart,
  scorecardsPackPart,
] as const;
