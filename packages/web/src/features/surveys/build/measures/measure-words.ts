import { m } from '../../../../paraglide/messages.js';
import type { MeasureKind } from '../../draft/new-measure.ts';

interface Face {
  readonly name: () => string;
  readonly about: () => string;
  /** what the form must ask first */
  readonly needs: () => string;
}

export const measureFaces: Readonly<Record<MeasureKind, Face>> = {
  csat: { name: m.surveys_measure_csat, about: m.surveys_measure_csat_about, needs: m.surveys_measure_needs_scale },
  nps: { name: m.surveys_measure_nps, about: m.surveys_measure_nps_about, needs: m.surveys_measure_needs_nps },
  ces: { name: m.surveys_measure_ces, about: m.surveys_measure_ces_about, needs: m.surveys_measure_needs_ces },
  csi: { name: m.surveys_measure_csi, about: m.surveys_measure_csi_about, needs: m.surveys_measure_needs_scale },
  mean: { name: m.surveys_measure_mean, about: m.surveys_measure_mean_about, needs: m.surveys_measure_needs_scale },
  sum: { name: m.surveys_measure_sum, about: m.surveys_measure_sum_about, needs: m.surveys_measure_needs_scale },
  grades: { name: m.surveys_measure_grades, about: m.surveys_measure_grades_about, needs: m.surveys_measure_needs_scale },
  servqual: { name: m.surveys_measure_servqual, about: m.surveys_measure_servqual_about, needs: m.surveys_measure_needs_expectation },
  servperf: { name: m.surveys_measure_servperf, about: m.surveys_measure_servperf_about, needs: m.surveys_measure_needs_matrix },
  ipa: { name: m.surveys_measure_ipa, about: m.surveys_measure_ipa_about, needs: m.surveys_measure_needs_importance },
  kano: { name: m.surveys_measure_kano, about: m.surveys_measure_kano_about, needs: m.surveys_measure_needs_kano },
  drivers: { name: m.surveys_measure_drivers, about: m.surveys_measure_drivers_about, needs: m.surveys_measure_needs_two },
  structure: { name: m.surveys_measure_structure, about: m.surveys_measure_structure_about, needs: m.surveys_measure_needs_two },
  ecsi: { name: m.surveys_measure_ecsi, about: m.surveys_measure_ecsi_about, needs: m.surveys_measure_needs_two },
};
