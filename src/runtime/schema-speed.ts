import { z } from 'zod';

/**
 * A run parses most of its schemas once or twice. To compile a parser for each of them takes longer than to interpret them: a
 * plan needs 8 % less CPU time without. Must be loaded before any module that defines a schema.
 */
z.config({ jitless: true });
