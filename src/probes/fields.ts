import { z } from 'zod';
import { AREAS, probeSpec, type Area } from './probe.js';

/** What every entry of `probes` has. @param area null: the entry must name it @param every seconds */
export function probeFields<A extends Area | null>(area: A, every: number) {
  const areas = z.enum(AREAS).describe('Part of the system that it answers for.');
  return {
    id: probeSpec.shape.id.describe('Name of this probe in verdicts and reports.'),
    area: (area === null ? areas : areas.default(area)) as A extends null ? typeof areas : z.ZodDefault<typeof areas>,
    critical: z.boolean().default(false).describe('true: this probe alone may lead to the verdict "roll-back".'),
    every: z.number().int().min(1).max(3600).default(every).describe('Seconds between two samples.'),
  };
}
