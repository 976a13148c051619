import type { ContractCall } from '@medikey/contract-client'

/**
 * Writes a call as the contract names it, with every argument.
 *
 * @example
 * formatCall({ functionName: 'archiveRecord', recordId: 7n }) // 'archive-record (record-id u7)'
 */
export function formatCall(call: ContractCall): string {
  const { functionName, ...values } = call
  const written = Object.entries(values).map(([name, value]) => `(${toKebab(name)} ${toClarity(value)})`)
  return [toKebab(functionName), ...written].join(' ')
}

function toClarity(value: string | bigint): string {
  if (typeof value === 'bigint') return `u${value}`
  return /^S[0-9A-Z]{28,}/.test(value) ? `'${value}` : JSON.stringify(value)
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
