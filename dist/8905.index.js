export const id = 8905;
export const ids = [8905];
export const modules = {

/***/ 78905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sessionCookies: () => (/* binding */ sessionCookies)
/* harmony export */ });
/**
 * The cookies of one session. A jar knows hosts, but not ports and schemes, so each port and scheme has a jar of its own.
 * Cookies follow the rules of browsers for domains, paths and public suffixes.
 */
async function sessionCookies() {
    const { CookieJar } = await __webpack_require__.e(/* import() */ 7380).then(__webpack_require__.bind(__webpack_require__, 77380));
    const jars = new Map();
    const jarFor = (url) => {
        const key = `${url.protocol}${url.port}`;
        const jar = jars.get(key) ?? new CookieJar();
        jars.set(key, jar);
        return jar;
    };
    return {
        header: (url) => jarFor(url).getCookieString(url.href),
        store: async (url, lines) => {
            // A cookie that a browser would reject is none.
            for (const line of lines)
                await jarFor(url).setCookie(line, url.href, { ignoreError: true });
        },
    };
}


/***/ })

};
