import { literal, quoted } from '../../services/postgres/connection.js';

/** Parameters whose value is a list of names that the server quotes itself (GUC_LIST_QUOTE), as in pg_dump. */
const QUOTED_LISTS = [
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
];

/** The statement that sets what pg_db_role_setting holds. @param entry.setting `name=value` */
export function settingStatement(
  database: string,
  entry: { readonly role: string | null; readonly setting: string },
): string {
  const { name, value } = splitSetting(entry.setting);
  const written = QUOTED_LISTS.includes(name.toLowerCase())
    ? listElements(value)
        .map((element) => literal(element))
        .join(', ') || `''`
    : literal(value);
  const target =
    entry.role === null ? `DATABASE ${quoted(database)}` : `ROLE ${quoted(entry.role)} IN DATABASE ${quoted(database)}`;
  return `ALTER ${target} SET ${quoted(name)} TO ${written}`;
}

/** @param setting `name=value` */
export function splitSetting(setting: string): { readonly name: string; readonly value: string } {
  const at = setting.indexOf('=');
  return { name: setting.slice(0, at), value: setting.slice(at + 1) };
}

/** Elements of a list such as `"$user", public`, without their quotes. */
function listElements(value: string): string[] {
  const found = value.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,"]+))\s*(?:,|$)/g);
  return [...found].map(([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? (plain ?? '').trim());
}
