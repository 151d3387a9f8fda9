// Generated from the folder by "npm run generate". Do not edit.
import { config as content } from './content.js';
import { config as flow } from './flow.js';
import { config as http } from './http.js';

export const PROBE_CONFIGS = [content, flow, http] as const;
