export const id = 1176;
export const ids = [1176];
export const modules = {

/***/ 1176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Kz: () => (/* binding */ databaseError),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Tq: () => (/* binding */ isAnswer),
/* harmony export */   US: () => (/* binding */ OWN_SEARCH_PATH),
/* harmony export */   eg: () => (/* binding */ runStep),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   kR: () => (/* binding */ withDatabase),
/* harmony export */   lX: () => (/* binding */ keepAwake),
/* harmony export */   m2: () => (/* binding */ RAISE_CONNECTION_LIMIT)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83849);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18221);





const CONNECT_TIMEOUT_MS = 15_000;
/** A network that drops idle connections must see traffic, and a dead peer must be noticed. */
const KEEP_ALIVE_MS = 10_000;
/** How often `keepAwake` sends a query. */
const AWAKE_MS = 10_000;
/**
 * Lifts the time limits that a database or a role may set: a backup takes as long as it takes. Fixes how numbers and names are
 * written: rounded digits of a float would be another OID, and a quoted name of a type another type. A setting that the server does
 * not know has no current value. pg_settings says that too, but costs the server 1 ms a session.
 *
 * Every name that Rewind writes without a schema is one of the system. With the search_path of a role or a database, a function or an
 * operator of the application that fits better is called in its place, with the rights of Rewind's role (CVE-2018-1058). So this
 * statement names the schema of its operator too. `OWN_SEARCH_PATH` is for SQL that others wrote.
 */
const SESSION_SETTINGS = `
  SELECT pg_catalog.set_config(name, wanted.value, false)
    FROM (VALUES ('statement_timeout', '0'), ('idle_session_timeout', '0'), ('transaction_timeout', '0'),
                 ('idle_in_transaction_session_timeout', '0'), ('tcp_keepalives_idle', '30'),
                 ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '6'),
                 ('extra_float_digits', '3'), ('quote_all_identifiers', 'off'), ('search_path', 'pg_catalog')) AS wanted (name, value)
   WHERE pg_catalog.current_setting(name, true) IS NOT NULL`;
/** The same, and nothing where the packet that started the session did not reach the server whole. */
const MARKED_SETTINGS = `${SESSION_SETTINGS} AND pg_catalog.current_setting('rewind.started', true) OPERATOR(pg_catalog.=) 'yes'`;
/**
 * Set in the packet that starts a session: the server reads it after the settings of the role, so no statement runs under a
 * limit of a few milliseconds. What only some versions know is in `SESSION_SETTINGS`, because a server refuses others here.
 */
const START_SETTINGS = '-c rewind.started=yes -c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0';
/** SQLSTATEs by which a pooler refuses settings at the start, and PgBouncer also a password or a database: PgBouncer, Amazon RDS Proxy. */
const REFUSED_START = ['08P01', '0A000'];
/**
 * Opens one session, which the caller must end; `withDatabase` does both.
 * @throws RewindError database-unreachable, database-auth-failed, database-permission, and the SQLSTATE in `cause`;
 *   database-pooled-url
 */
async function connect(ctx, address, database = address.database) {
    if (address.password !== null)
        ctx.masker.add(address.password);
    const socket = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_4__/* .isSocket */ .qU)(address.host);
    // Off this machine the mode is never allow or prefer (parseDatabaseUrl). TLS has no use on a socket.
    const attempts = address.tls.mode === 'disable' || socket
        ? [false]
        : address.tls.mode === 'allow'
            ? [false, tlsOptions(address.tls)]
            : address.tls.mode === 'prefer'
                ? [tlsOptions(address.tls), false]
                : [tlsOptions(address.tls)];
    let failure;
    const own = address.extra.PGOPTIONS ?? ctx.childEnv.PGOPTIONS;
    // The last one counts: a limit in the URL would end the statement that lifts it.
    const options = [own ?? '', START_SETTINGS].join(' ').trim();
    for (const ssl of attempts) {
        let asksCleartext = false;
        const client = new pg__WEBPACK_IMPORTED_MODULE_2__/* ["default"].Client */ .Ay.Client({
            host: address.host,
            port: address.port,
            user: address.user,
            password: () => {
                if (asksCleartext && ssl === false && !socket)
                    throw cleartextRefused(ctx, address);
                return address.password ?? '';
            },
            database,
            ssl,
            application_name: 'rewind',
            connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
            keepAlive: true,
            keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
            options,
        });
        // The package answers any method; this runs before it asks for the password.
        connectionOf(client).prependListener('authenticationCleartextPassword', () => (asksCleartext = true));
        // If the server ends the session (a fenced database), the next query must fail, not the process.
        client.on('error', (error) => ctx.log.debug(`database session ended: ${error.message}`));
        try {
            await client.connect();
            const { rowCount } = await client.query(MARKED_SETTINGS);
            if (rowCount === 0) {
                await requireOwnBackend(ctx, client);
                await client.query(SESSION_SETTINGS);
            }
            return client;
        }
        catch (error) {
            failure = error;
            await client.end().catch(() => undefined);
            if (REFUSED_START.includes(codeOf(error) ?? '')) {
                throw (0,_database_url_js__WEBPACK_IMPORTED_MODULE_4__/* .pooledError */ .AJ)(`it refuses the start of a session: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, ctx.resource, error);
            }
            if (!/does not support SSL|no pg_hba.conf entry/.test((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)))
                break;
        }
    }
    if (/does not support SSL/.test((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(failure)))
        throw tlsMissing(ctx, address, failure);
    const doing = `connecting to database "${database}" on ${address.host}:${address.port}`;
    // Only here: in a session, the same SQLSTATE has other causes.
    if (codeOf(failure) === '55000') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('database-fenced', `Failed ${doing}: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(failure)}`, {
            resource: ctx.resource,
            cause: failure,
            remedy: `If a rollback by Rewind was interrupted, run the same rollback again to finish it, or "rewind unfence" to open the database at once. By hand, connected to another database: ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true;`,
        });
    }
    throw databaseError(failure, ctx.resource, doing);
}
/**
 * A session without the settings of its start may be one that a pooler lends: what Rewind sets would stay in a connection of the
 * application. PostgreSQL names the process of the server at the start (BackendKeyData); a pooler names one of its own.
 */
async function requireOwnBackend(ctx, client) {
    const { rows } = await client.query('SELECT pg_catalog.pg_backend_pid() AS pid');
    if (rows[0]?.pid === Reflect.get(client, 'processID'))
        return;
    throw (0,_database_url_js__WEBPACK_IMPORTED_MODULE_4__/* .pooledError */ .AJ)('another process than the server answers the start of a session', ctx.resource);
}
/** The protocol layer of a client, which the types of the package do not show. */
const connectionOf = (client) => Reflect.get(client, 'connection');
function cleartextRefused(ctx, { host, port }) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('database-auth-failed', `The server at ${host}:${port} asks for the password in clear text, on a connection without TLS. It was not sent.`, {
        resource: ctx.resource,
        remedy: 'Add sslmode=verify-full (at least require) to the URL, or set the server to scram-sha-256 in pg_hba.conf.',
    });
}
function tlsMissing(ctx, { host, port }, cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('database-unreachable', `The server at ${host}:${port} does not offer TLS.`, {
        resource: ctx.resource,
        cause,
        remedy: 'Turn TLS on at the server. In a network that you trust, e.g. of containers, add sslmode=disable to the URL.',
    });
}
/** Opens a session and always ends it. */
async function withDatabase(ctx, address, database, work) {
    const client = await connect(ctx, address, database);
    try {
        return await work(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/**
 * Waits for work that does not use the session, and sends a query from time to time meanwhile: proxies and address
 * translators drop a connection without traffic.
 *
 * @throws the error of the work, or of the session if that fails first
 */
async function keepAwake(ctx, client, work, everyMs = AWAKE_MS) {
    const done = new AbortController();
    const beating = (async () => {
        for (;;) {
            await ctx.clock.sleep(everyMs, done.signal).catch(() => undefined);
            if (done.signal.aborted)
                return;
            await client.query('SELECT 1');
        }
    })();
    try {
        return await Promise.race([work, beating.then(() => work)]);
    }
    finally {
        done.abort();
        await beating.catch(() => undefined);
    }
}
/** Follows libpq, which differs from the pg package: `require` encrypts but does not verify. */
function tlsOptions(tls) {
    const file = (path) => (path === null ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    const ca = tls.rootCert === 'system' ? undefined : file(tls.rootCert);
    const cert = file(tls.cert);
    const key = file(tls.key);
    const verifies = tls.mode.startsWith('verify') || (tls.mode === 'require' && tls.rootCert !== null);
    return {
        rejectUnauthorized: verifies,
        ...(ca === undefined ? {} : { ca }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key }),
        ...(tls.mode === 'verify-full' || tls.rootCert === 'system' ? {} : { checkServerIdentity: () => undefined }),
    };
}
/** SQLSTATE of a server error, or the code of a network error; undefined if it has none. */
function codeOf(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_1__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** The remedy if the server, the database or the role allows no further session. */
const RAISE_CONNECTION_LIMIT = 'Raise the connection limit of the server, the database or the role, or end sessions that nobody uses: a backup takes two connections at once, a restore up to six.';
/** The function that PostgreSQL was in, e.g. `The SQL function "price"`; null outside of one. The rest of the context may hold rows. */
function locationOf(error) {
    const where = node_util__WEBPACK_IMPORTED_MODULE_1__.types.isNativeError(error) && 'where' in error ? String(error.where) : '';
    const found = /^SQL function (".+?") (?:during|statement)|^PL\/pgSQL function (\S+?)\(/m.exec(where);
    const name = found?.[1] ?? found?.[2];
    return name === undefined ? null : `The function ${name}`;
}
/** Classifies by SQLSTATE (PostgreSQL documentation, appendix A). Omits details and context: they may hold rows. */
function databaseError(error, resource, doing) {
    if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError)
        return error;
    const code = codeOf(error);
    const table = {
        '28P01': 'database-auth-failed',
        '28000': 'database-auth-failed',
        '42501': 'database-permission',
        '3D000': 'api-not-found',
        '53200': 'tool-failed',
    };
    const known = 
    // The package refuses an empty password itself, without an SQLSTATE.
    (/client password must be a/.test((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)) ? 'database-auth-failed' : undefined) ??
        (code === undefined ? undefined : table[code]) ??
        (code === undefined || /^E[A-Z]+$/.test(code) || /^(08|57P|53)/.test(code)
            ? 'database-unreachable'
            : 'tool-failed');
    const remedies = {
        'api-not-found': 'Check the name of the database in the URL.',
        'tool-failed': 'Read the message of the database, repair the cause, and run again.',
    };
    const remedy = 
    // Functions, types, tables and schemas that were not found from within a function; Rewind names all with their schema.
    code !== undefined && ['42883', '42704', '42P01', '3F000'].includes(code) && locationOf(error) !== null
        ? `${locationOf(error)} names objects without their schema. Neither Rewind nor pg_restore has the schema in its search_path, so a backup could not be restored. Qualify the names, or set the search_path of the function: ALTER FUNCTION … SET search_path = public.`
        : code === '53200'
            ? 'If the database has many tables: raise max_locks_per_transaction of the server, restart it, and run again.'
            : code === '53300'
                ? RAISE_CONNECTION_LIMIT
                : // The server names no privilege there.
                    code === '42501' && /row-level security policy/.test((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error))
                        ? 'Row security hides rows from this user. As a superuser: ALTER ROLE … BYPASSRLS for it; or, if it owns the table: ALTER TABLE … NO FORCE ROW LEVEL SECURITY.'
                        : remedies[known];
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError(known, `Failed ${doing}: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) || (code ?? 'unknown error')}`, {
        resource,
        cause: error,
        ...(remedy === undefined ? {} : { remedy }),
    });
}
/**
 * True if the server rejected the statement: an SQLSTATE outside of the connection classes. Each one has a digit; codes of Node
 * as EPIPE have none.
 */
const isAnswer = (error) => /^(?!08|57P)(?=.*\d)[0-9A-Z]{5}$/.test(codeOf(error) ?? '');
/** Runs a step and names it in its error. @param doing e.g. `renaming "shop"` */
async function runStep(ctx, doing, work) {
    try {
        return await work();
    }
    catch (error) {
        throw databaseError(error, ctx.resource, doing);
    }
}
/** The search_path of the URL, the role or the database: for SQL from outside, and for triggers that expect it. */
const OWN_SEARCH_PATH = 'SET search_path TO DEFAULT';
/** Quotes an identifier. */
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
/** Quotes a literal. */
function literal(value) {
    return pg__WEBPACK_IMPORTED_MODULE_2__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(value);
}


/***/ }),

/***/ 18221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ pooledError),
/* harmony export */   SD: () => (/* binding */ tlsAdvice),
/* harmony export */   VS: () => (/* binding */ requireDirect),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   kY: () => (/* binding */ libpqEnv),
/* harmony export */   lS: () => (/* binding */ parameterOf),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl),
/* harmony export */   qU: () => (/* binding */ isSocket)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** The libpq variable of each query parameter. */
const LIBPQ_VARIABLES = {
    options: 'PGOPTIONS',
    connect_timeout: 'PGCONNECT_TIMEOUT',
    channel_binding: 'PGCHANNELBINDING',
    gssencmode: 'PGGSSENCMODE',
    sslsni: 'PGSSLSNI',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
};
/** Parameters that would reach another server than the URL seems to name, or that only one of our two clients follows. */
const REFUSED_PARAMETERS = ['service', 'servicefile', 'hostaddr', 'passfile'];
/** Stands for a host that the WHATWG parser refuses: none (`user@/db?host=/socket`), or a list. */
const PLACEHOLDER = 'host.invalid';
/**
 * Parses `postgresql://user:password@host:port/database?sslmode=…`. The PG* variables supply what the URL omits, as in
 * libpq, but not PGSERVICE and PGHOST: the configuration alone says which server it is. Ignores parameters of ORMs (schema,
 * connection_limit …). A Unix socket is `?host=/directory`, or the directory percent-encoded as the host.
 *
 * Off this machine the connection is always encrypted unless the URL says `sslmode=disable`: `allow` and `prefer`, the
 * default of libpq, would send the password to any server that asks for plain text.
 *
 * Blanks and line ends around the URL came with a copy, and are left out: no part of a URL begins or ends with one.
 *
 * @param env PGSSLMODE and similar variables
 * @throws RewindError database-url-invalid; its message never quotes the URL
 */
function parseDatabaseUrl(given, env, resource) {
    const invalid = (what) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-url-invalid', `The database URL ${what}.`, { resource });
    const decoded = (text) => {
        try {
            return decodeURIComponent(text);
        }
        catch {
            throw invalid('has a "%" that begins no percent code; write %25 for the character itself');
        }
    };
    const url = given.trim();
    const [, head = '', named = ''] = /^(\w+:\/\/(?:[^/?#]*@)?)([^/?#@]*)/.exec(url) ?? [];
    const listed = named.includes(',');
    const hostless = /^(:\d+)?$/.test(named);
    const port = hostless ? named : '';
    let parsed;
    try {
        parsed = new URL(listed || hostless ? `${head}${PLACEHOLDER}${port}${url.slice(head.length + named.length)}` : url);
    }
    catch {
        throw invalid('is not a URL');
    }
    if (!/^postgres(ql)?:$/.test(parsed.protocol))
        throw invalid(`begins with "${parsed.protocol}//", not postgresql://`);
    const query = parsed.searchParams;
    const place = query.get('host') ?? (listed ? named : hostless ? '' : decoded(parsed.hostname));
    const host = place.replace(/^\[|\]$/g, '');
    if (`${host}${query.get('port') ?? ''}`.includes(',')) {
        throw invalid('names several hosts; name the primary: a backup and its locks must reach one server');
    }
    const refused = REFUSED_PARAMETERS.find((name) => query.has(name));
    if (refused !== undefined)
        throw invalid(`has the parameter "${refused}"; give host, port and user in the URL`);
    const database = decoded(parsed.pathname.slice(1));
    if (host === '')
        throw invalid('names no host');
    if (database === '')
        throw invalid('names no database');
    if (parsed.username === '')
        throw invalid('names no user');
    const mode = query.get('sslmode') ?? env.PGSSLMODE ?? 'prefer';
    const asked = TLS_MODES.find((candidate) => candidate === mode);
    if (!asked)
        throw invalid(`has an unknown sslmode; use one of ${TLS_MODES.join(', ')}`);
    const known = !isLocal(host) && (asked === 'allow' || asked === 'prefer') ? 'require' : asked;
    const extra = {};
    for (const [parameter, variable] of Object.entries(LIBPQ_VARIABLES)) {
        const value = query.get(parameter);
        if (value !== null)
            extra[variable] = value;
    }
    return {
        host,
        port: Number(query.get('port') ?? (parsed.port === '' ? '5432' : parsed.port)),
        user: decoded(parsed.username),
        password: parsed.password === '' ? null : decoded(parsed.password),
        database,
        tls: {
            mode: known,
            rootCert: query.get('sslrootcert') ?? env.PGSSLROOTCERT ?? null,
            cert: query.get('sslcert') ?? env.PGSSLCERT ?? null,
            key: query.get('sslkey') ?? env.PGSSLKEY ?? null,
        },
        extra,
        pooled: pooledBecause(host, parsed),
    };
}
const isSocket = (host) => host.startsWith('/');
/** True for a server that no network lies before. */
function isLocal(host) {
    return isSocket(host) || /^(localhost|127(\.\d+){3}|::1)$/i.test(host);
}
/** Advice for a connection over a network that does not verify the server. */
function tlsAdvice({ host, tls }) {
    if (isLocal(host) || tls.mode === 'verify-full')
        return [];
    const encrypted = tls.mode !== 'disable';
    return [
        {
            level: 'warning',
            code: 'database-tls-weak',
            message: encrypted
                ? `The connection to ${host} is encrypted, but sslmode=${tls.mode} does not prove that it is that server.`
                : `The connection to ${host} is not encrypted: anyone on the network path can read every row.`,
            remedy: 'Add sslmode=verify-full&sslrootcert=system to the URL, or the path of the certificate of your provider.',
        },
    ];
}
/** Names a database on its server: equal for two URLs of one database. Holds no secret. */
function identityOf({ host, port, database }) {
    const loopback = isLocal(host) && !isSocket(host);
    return `${loopback ? 'localhost' : host.toLowerCase()}:${port}/${database}`;
}
/** A query parameter of a database URL, also of one that the WHATWG parser refuses; null if it is not there. */
function parameterOf(url, name) {
    return new URLSearchParams(/\?([^#]*)/.exec(url.trim())?.[1] ?? '').get(name);
}
/** Dumps, session locks and renames fail through a pooler in transaction mode. */
function pooledBecause(host, url) {
    if (/-pooler(\.|$)/.test(host))
        return `its host name has "-pooler"`;
    if (/(^|\.)pooler\./.test(host))
        return `its host is a pooler`;
    if (/\.proxy-[a-z0-9]+\.[a-z0-9-]+\.rds\.amazonaws\.com/.test(host))
        return `its host is an RDS Proxy`;
    if (/pgbouncer|pgcat|supavisor/i.test(host))
        return `its host is named like a pooler`;
    if (url.port === '6543')
        return `its port is 6543`;
    if (url.port === '6432')
        return `its port is 6432, PgBouncer's`;
    if (url.searchParams.get('pgbouncer') === 'true')
        return `it has pgbouncer=true`;
    return null;
}
/** @throws RewindError database-pooled-url */
function requireDirect(address, resource) {
    if (address.pooled !== null)
        throw pooledError(address.pooled, resource);
}
/** @param why what shows that it is a pooler: part of a sentence */
function pooledError(why, resource, cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-pooled-url', `The URL points to a connection pooler (${why}); dumps, locks and renames do not work through it.`, {
        resource,
        ...(cause === undefined ? {} : { cause }),
        remedy: 'Give the direct URL: on Neon the host without "-pooler", on Supabase port 5432 of the database host, on Amazon RDS the endpoint of the instance or cluster, else the address of the server behind PgBouncer.',
    });
}
/** The environment for libpq programs; the password goes through PGPASSFILE, never here. */
function libpqEnv(address, database = address.database) {
    const { tls } = address;
    return {
        ...address.extra,
        PGHOST: address.host,
        PGPORT: String(address.port),
        PGUSER: address.user,
        PGDATABASE: database,
        // libpq ignores the mode on a socket, except that one without TLS support refuses to start.
        PGSSLMODE: isSocket(address.host) ? 'disable' : tls.mode,
        // libpq 16 and later; without TLS a password must not be sent as it is.
        ...(tls.mode === 'disable' && !isSocket(address.host) ? { PGREQUIREAUTH: '!password' } : {}),
        ...(tls.rootCert === null ? {} : { PGSSLROOTCERT: tls.rootCert }),
        ...(tls.cert === null ? {} : { PGSSLCERT: tls.cert }),
        ...(tls.key === null ? {} : { PGSSLKEY: tls.key }),
        PGAPPNAME: 'rewind',
        // Makes times in messages and text output independent of the machine.
        PGTZ: 'UTC',
    };
}


/***/ })

};
