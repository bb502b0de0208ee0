import { z } from 'zod';
import { millionthsObserved, processCapability, sigmaLevel, summariseProcess, type CapabilityIndex } from '@zhiheng/stats/capability';
import { subgroupOf } from '@zhiheng/stats/control-chart';
import type { MethodTable } from '../problem.ts';
import { determined } from '../determined.ts';
import { sigmaMethod, subgroupValues } from '../subgroups.ts';

export const capabilityMethods: MethodTable = {
  process_capability: (problem) => {
    const params = z
      .object({
        sigma_method: sigmaMethod,
        LSL: z.number().nullish(),
        USL: z.number().nullish(),
        target: z.number().nullish(),
        confidence: z.number().default(0.95),
      })
      .parse(problem.params);
    const limits = {
      ...(typeof params.LSL === 'number' ? { lower: params.LSL } : {}),
      ...(typeof params.USL === 'number' ? { upper: params.USL } : {}),
      ...(typeof params.target === 'number' ? { target: params.target } : {}),
    };
    const subgroups = subgroupValues(problem.table(), problem.params);
    const process = determined(summariseProcess(subgroups.map(subgroupOf), params.sigma_method));
    const found = processCapability(process, limits, { confidence: params.confidence });
    const indices = { Cp: found.cp, Cpl: found.cpl, Cpu: found.cpu, Cpk: found.cpk, Cpm: found.cpm };
    const each = (part: (index: CapabilityIndex) => unknown) =>
      Object.fromEntries(Object.entries(indices).map(([name, index]) => [name, index === null ? null : part(index)]));
    return {
      mean: process.mean,
      sigma_within: process.sigmaWithin,
      sigma_overall_sd: process.sigmaOverall,
      ...each(({ value }) => value),
      Pp: found.pp,
      Ppk: found.ppk,
      ppm_within: found.ppmWithin,
      ppm_overall: found.ppmOverall,
      ppm_observed: millionthsObserved(subgroups.flat(), limits),
      ci95: each(({ interval }) => interval),
    };
  },
  dpmo_sigma_level: (problem) => {
    const { cases } = z
      .object({ cases: z.array(z.object({ defects: z.number(), units: z.number(), opportunities: z.number() })) })
      .parse(problem.input);
    const { shift } = z.object({ shift: z.number().default(1.5) }).parse(problem.params);
    return {
      cases: cases.map((count) => {
        const level = determined(sigmaLevel(count, { shift }));
        return {
          dpo: level.dpo,
          dpmo: level.dpmo,
          sigma_long_term: level.sigmaLongTerm,
          sigma_shifted: level.sigmaShifted,
          throughput_yield: level.throughputYield,
          dpu: level.dpu,
        };
      }),
    };
  },
};
