import { z } from 'zod';
import { probeFields } from './http-fields.js';
import type { Area } from './probe.js';

/** Keys of each probe that asks a service from time to time. @param every default, in seconds */
export function serviceFields(area: Area, every: number) {
  const { id, area: areas, critical } = probeFields;
  return {
    id,
    area: areas.default(area),
    critical,
    every: z.number().int().min(1).max(3600).default(every).describe('Seconds between two samples.'),
  };
}
