export const id = 83;
export const ids = [83];
export const modules = {

/***/ 90083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callerLabel: () => (/* binding */ callerLabel),
/* harmony export */   configDigest: () => (/* binding */ configDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53916);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);



/**
 * Names the environment and the configuration, as a part of artifact names: two callers in one run must not overwrite the
 * plan or the report of each other.
 * @returns the environment; for another file than the default one, with a digest of its path
 */
function callerLabel(environment, config) {
    const digest = configDigest(config);
    return digest === null ? environment : `${environment}-${digest}`;
}
/** 8 digits that stand for the path of a configuration file; null for the default one. */
function configDigest(config) {
    const path = (0,node_path_posix__WEBPACK_IMPORTED_MODULE_1__.normalize)(config);
    if (path === _flags_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMON_FLAGS */ .gd.config.absent)
        return null;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(path).digest('hex').slice(0, 8);
}


/***/ })

};
