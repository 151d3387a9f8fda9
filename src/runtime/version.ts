/** Version of Rewind, generated from package.json. */
export const VERSION = '0.1.0';
