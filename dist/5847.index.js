export const id = 5847;
export const ids = [5847];
export const modules = {

/***/ 5847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askBoolean: () => (/* binding */ askBoolean),
/* harmony export */   countRows: () => (/* binding */ countRows),
/* harmony export */   namesWhatIsGone: () => (/* binding */ namesWhatIsGone)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1176);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18221);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** Oid of the type boolean. */
const BOOLEAN = 16;
const CURSOR = 'rewind_question';
/**
 * The number of rows, at most `most`. No row is transferred.
 * @throws RewindError as `askBoolean`
 */
async function countRows(ctx, question, most) {
    return withCursor(ctx, question, async (client) => {
        const { rowCount } = await client.query(`MOVE FORWARD ${most} FROM ${CURSOR}`);
        return rowCount ?? 0;
    });
}
/**
 * The value of a query of one row and one column of the type boolean; null for NULL.
 * @throws RewindError input-invalid if the database refuses the text, or for another answer; database-pooled-url; as `connect`
 */
async function askBoolean(ctx, question) {
    return withCursor(ctx, question, async (client) => {
        const { fields } = await client.query(`FETCH 0 FROM ${CURSOR}`);
        if (fields.length !== 1)
            throw otherAnswer(ctx, (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(fields.length, 'column'));
        if (fields[0]?.dataTypeID !== BOOLEAN)
            throw otherAnswer(ctx, 'a value that is not a boolean');
        const { rows } = await client.query({ text: `FETCH 2 FROM ${CURSOR}`, rowMode: 'array' });
        const [row] = rows;
        if (row === undefined || rows.length > 1)
            throw otherAnswer(ctx, row === undefined ? 'no row' : 'several rows');
        return row[0];
    });
}
function otherAnswer({ resource }, got) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `The query returned ${got}, expected one row of one boolean.`, {
        resource,
        remedy: 'Correct "query", or set expect: no-rows.',
    });
}
/**
 * Opens a cursor in a transaction that cannot write. A cursor takes nothing but a SELECT or VALUES (no COPY, no change in a
 * WITH), and the extended protocol takes one statement. What a function does outside of the transaction is up to the role.
 */
async function withCursor(ctx, { url, query, seconds }, read) {
    const address = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDatabaseUrl */ .mx)(url, ctx.childEnv, ctx.resource);
    // The settings of a session would stay in the connections that a pooler shares.
    (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .requireDirect */ .VS)(address, ctx.resource);
    return (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .withDatabase */ .kR)(ctx, address, address.database, async (client) => {
        // Closes the connection at once while a query runs.
        const end = () => void client.end().catch(() => undefined);
        ctx.signal.addEventListener('abort', end, { once: true });
        try {
            ctx.signal.throwIfAborted();
            await client.query(`${_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_SEARCH_PATH */ .US}; BEGIN TRANSACTION READ ONLY`);
            await client.query(`SET LOCAL statement_timeout = ${seconds * 1000}; SET LOCAL cursor_tuple_fraction = 1`);
            const declare = {
                text: `DECLARE ${CURSOR} NO SCROLL CURSOR FOR ${query}`,
                queryMode: 'extended',
            };
            await client.query(declare);
            const answer = await read(client);
            await client.query('ROLLBACK');
            return answer;
        }
        catch (error) {
            throw queryError(ctx, error);
        }
        finally {
            ctx.signal.removeEventListener('abort', end);
        }
    });
}
/** SQLSTATE of an undefined column, function or operator, table, schema. */
const GONE = new Set(['42703', '42883', '42P01', '3F000']);
/** True if the database refused a question because something that its text names does not exist. */
const namesWhatIsGone = (error) => error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError && GONE.has((0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error.cause) ?? '');
/** Errors of the text of the query (0A, 3F, 42), of its values (22), and of an attempt to write (25). */
function queryError(ctx, error) {
    const code = (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error);
    if (code === undefined || code === '42501' || !/^(0A|22|25|3F|42)/.test(code)) {
        return (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseError */ .Kz)(error, ctx.resource, 'running the query');
    }
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `The database refuses the query: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, {
        resource: ctx.resource,
        cause: error,
        remedy: 'Correct "query": one SELECT that writes nothing.',
    });
}


/***/ })

};
