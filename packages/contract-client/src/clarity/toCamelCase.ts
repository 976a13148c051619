/**
 * The camelCase of a Clarity name.
 *
 * @example
 * toCamelCase('get-medical-record') // 'getMedicalRecord'
 */
export function toCamelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
