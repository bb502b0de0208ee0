import { agreementsPackPart, calendarsPackPart } from '../agreements/index.ts';
import { casePackParts } from '../cases/index.ts';
import { servicesPackPart } from '../catalog/index.ts';
import { customersPackPart } from '../customers/index.ts';
import { scorecardsPackPart } from '../evaluation/index.ts';
import { articlesPackPart } from '../knowledge/index.ts';
import { indicatorsPackPart } from '../measurement/index.ts';
import { objectivesPackPart } from '../monitoring/index.ts';
import { organisationPackPart } from '../organisation/index.ts';
import { standardsPackPart } from '../standards/index.ts';
import { surveysPackPart } from '../surveys/index.ts';

/** The parts of a pack in the order of the modules that own them: each names only what stands before it; articles name categories of cases by identifier. */
export const packPartsOf = (instrumentsFolder: string) =>
  [
    organisationPackPart,
    customersPackPart,
    servicesPackPart,
    calendarsPackPart,
    agreementsPackPart,
    indicatorsPackPart,
    standardsPackPart,
    ...casePackParts,
    articlesPackPart,
    scorecardsPackPart,
    objectivesPackPart,
    surveysPackPart(instrumentsFolder),
  ] as const;
export type PackParts = ReturnType<typeof packPartsOf>;
