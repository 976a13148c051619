const SUFFIX = '-principal'

/** The option that names a person by principal, beside the one that chooses them from the server. */
export function toPrincipalOption(parameter: string): string {
  return `${parameter}${SUFFIX}`
}

/** The parameter that an option gives a value for. */
export function fromPrincipalOption(option: string): string {
  return option.endsWith(SUFFIX) ? option.slice(0, -SUFFIX.length) : option
}
