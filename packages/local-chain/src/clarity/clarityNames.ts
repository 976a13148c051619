/** What may be the name of a contract, and of anything in one (stacks-core, `ContractName` and `ClarityName`). */
export const contractNamePattern = /^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/
export const clarityNamePattern = /^(?:[a-zA-Z][a-zA-Z0-9_!?+<>=/*-]{0,127}|[-+=/*]|[<>]=?)$/
/** The characters of `string-ascii` and of source code: those that print, and white space. */
export const asciiPattern = /^[\t\n\f\r\x20-\x7e]*$/
