/** Path parameters as nodes accept them; anything else is no route of theirs. */
const addressParam = '{[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{28,41}}'
const contractNameParam = '{[a-zA-Z](?:[a-zA-Z0-9]|[-_]){0,127}}'
export const clarityNameParam = '{[^/]{1,128}}'

/** The end of a route that names a contract, such as `/v2/contracts/source/<address>/<contract>`. */
export const contractPath = `:address${addressParam}/:contract${contractNameParam}`
