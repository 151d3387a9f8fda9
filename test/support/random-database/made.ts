import { type Dice, ident } from './values.js';

/** Roles that random objects belong to and grant to. */
export const ROLES = ['rt_clerk', 'rt "Odd" %s role', 'rt_auditor'] as const;

export interface Table {
  readonly sql: string;
  readonly schema: string;
  readonly name: string;
  readonly columns: { readonly name: string; readonly type: string }[];
  /** A unique column of type int. */
  key: string | null;
  readonly partitioned: boolean;
}

/** What has been made so far: the statements, and the objects that later statements refer to. */
export class Made {
  readonly made: string[] = [];
  readonly schemas = ['public'];
  readonly tables: Table[] = [];
  readonly types: string[] = [];
  readonly views: string[] = [];
  readonly functions: string[] = [];
  readonly sequences: string[] = [];
  /** Values of types of this database. */
  readonly own: Record<string, (dice: Dice) => string> = {};

  constructor(readonly dice: Dice) {}

  add(...statements: string[]): void {
    this.made.push(...statements);
  }

  /** A new name in one of the schemas. */
  qualified(kind: string): { schema: string; name: string; sql: string } {
    const schema = this.dice.pick(this.schemas);
    const name = this.dice.name(kind);
    return { schema, name, sql: `${ident(schema)}.${ident(name)}` };
  }
}
