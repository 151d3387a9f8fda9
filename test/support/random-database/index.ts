import { Made } from './made.js';
import { Dice } from './values.js';
import { makeConstraint, makeIndex, makeStatistics } from './constraints.js';
import { damageOf } from './damage.js';
import { makeComment, makeLargeObject, makeRarities, makeSequence } from './others.js';
import { makeDefaultPrivileges, makeGrant, makeProperties } from './privileges.js';
import { makePolicy, makePublication, makeRule, makeTrigger } from './reactions.js';
import { makeRoutine } from './routines.js';
import {
  insertRows,
  makeAltered,
  makeCircle,
  makeInheritance,
  makePartitions,
  makeSchema,
  makeTable,
} from './tables.js';
import { makeExtension, makeType } from './types.js';
import { makeMaterialized, makeView } from './views.js';

/** A random database: statements that make it, and others that damage it. The server may reject a few of them. */
export interface RandomDatabase {
  readonly options: string;
  readonly make: readonly string[];
  readonly damage: readonly string[];
}

/** Makes the statements of one seed. */
export function randomDatabase(seed: string): RandomDatabase {
  const db = new Made(new Dice(seed));
  const { dice } = db;
  const options = dice.pick(['', '', '', '', `ENCODING 'LATIN1'`, `LOCALE_PROVIDER icu ICU_LOCALE 'de'`]);
  for (let left = dice.int(0, 3); left > 0; left -= 1) makeSchema(db);
  if (dice.chance(35)) makeExtension(db);
  if (dice.chance(20)) makeDefaultPrivileges(db);
  for (let left = dice.int(1, 4); left > 0; left -= 1) makeType(db);
  makeRoutine(db);
  for (let left = dice.int(2, 6); left > 0; left -= 1) makeTable(db);
  if (dice.chance(60)) makePartitions(db);
  if (dice.chance(40)) makeInheritance(db);
  for (const table of db.tables) insertRows(db, table);
  if (dice.chance(60)) makeCircle(db);
  const further = [
    ...Array<() => void>(3).fill(() => makeConstraint(db)),
    ...Array<() => void>(3).fill(() => makeView(db)),
    ...Array<() => void>(2).fill(() => makeMaterialized(db)),
    () => makeTrigger(db),
    () => makeRule(db),
    () => makePolicy(db),
    () => makeIndex(db),
    () => makeRoutine(db),
    () => makeSequence(db),
    () => makeLargeObject(db),
    () => makeStatistics(db),
    () => makePublication(db),
    () => makeAltered(db),
    () => makeComment(db),
    () => makeGrant(db),
    () => makeDefaultPrivileges(db),
    () => makeProperties(db),
    () => makeRarities(db),
  ];
  for (let left = dice.int(12, 30); left > 0; left -= 1) dice.pick(further)();
  for (const table of db.tables) if (dice.chance(50)) insertRows(db, table);
  return { options, make: db.made, damage: damageOf(db) };
}

export { ROLES } from './made.js';
