import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import { GapSectionCard, PerformanceSectionCard } from './gap-section.tsx';
import { GridSectionCard, KanoSectionCard } from './map-sections.tsx';
import { DriversSectionCard, ModelSectionCard, StructureSectionCard } from './model-sections.tsx';
import { ScoreSectionCard } from './score-section.tsx';

/** The card of one measure, by its kind. */
export function SectionOf({ section }: { readonly section: ResultSection }) {
  switch (section.kind) {
    case 'servqual':
      return <GapSectionCard section={section} />;
    case 'servperf':
      return <PerformanceSectionCard section={section} />;
    case 'kano':
      return <KanoSectionCard section={section} />;
    case 'ipa':
      return <GridSectionCard section={section} />;
    case 'drivers':
      return <DriversSectionCard section={section} />;
    case 'structure':
      return <StructureSectionCard section={section} />;
    case 'ecsi':
      return <ModelSectionCard section={section} />;
    default:
      return <ScoreSectionCard section={section} />;
  }
}
