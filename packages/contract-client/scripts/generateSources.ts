import { Cl, ClarityType } from '@stacks/transactions'
import { toCamelCase } from '../src/clarity/toCamelCase.ts'
import { type AbiType, type ContractAbi, contractAbi } from './contractAbi.ts'
import { openVm } from './openVm.ts'

const header = '// Generated from contracts/medvault.clar by scripts/generate.ts. Edits are lost.\n'

/** What `src/generated/` has to hold for the contract as it is now: file name → text. */
export async function generateSources(): Promise<Map<string, string>> {
  const vm = await openVm()
  const [contractId, abi] = readAbi(vm.getContractsInterfaces())
  const source = vm.getContractSource(contractId) ?? ''

  // A contract's constants cannot be read from outside: a copy of the contract that tells them can.
  const errors = abi.variables.filter(({ name, access }) => access === 'constant' && name.startsWith('ERR_'))
  const readers = errors.map(({ name }) => `(define-read-only (tell-${name}) (unwrap-err-panic ${name}))`)
  vm.deployContract('told', `${source}\n${readers.join('\n')}`, null, vm.deployer)
  const codes = errors.map(({ name }): [string, bigint] => {
    const { result } = vm.callReadOnlyFn(`${vm.deployer}.told`, `tell-${name}`, [], vm.deployer)
    if (result.type !== ClarityType.UInt)
      throw new Error(`${name} is ${Cl.prettyPrint(result)}, not (err uint).`)
    return [name, BigInt(result.value)]
  })
  codes.sort(([, a], [, b]) => (a < b ? -1 : 1))

  return new Map([
    ['contractErrorCodes.ts', writeErrorCodes(codes)],
    ['contractFunctions.ts', writeFunctions(abi)],
    ['contractSource.ts', writeSource(source, abi)],
  ])
}

function readAbi(interfaces: Map<string, unknown>): [string, ContractAbi] {
  for (const [contractId, abi] of interfaces) {
    if (contractId.endsWith('.medvault')) return [contractId, contractAbi.parse(abi)]
  }
  throw new Error('The Clarinet project holds no contract named medvault.')
}

function writeErrorCodes(codes: [string, bigint][]): string {
  const lines = codes.map(([name, code]) => `  ${name}: ${code}n,`)
  return `${header}
/** The contract's error constants and their \`(err uN)\` values, as the VM tells them. */
export const contractErrorCodes = {
${lines.join('\n')}
} as const
`
}

function writeFunctions(abi: ContractAbi): string {
  const entries = abi.functions
    .filter(({ access }) => access !== 'private')
    .map(({ name, access, args, outputs }) => {
      const written = args.map(
        (arg) =>
          `{ name: '${toCamelCase(arg.name)}', type: ${JSON.stringify(arg.type).replaceAll('"', "'")} }`,
      )
      return [
        `  ${toCamelCase(name)}: {`,
        `    clarityName: '${name}',`,
        `    access: '${access}',`,
        `    arguments: [${written.join(', ')}],`,
        `    result: ${writeSchema(outputs.type)},`,
        '  },',
      ].join('\n')
    })
  return `${header}
import { z } from 'zod'

/** The contract's functions: the Clarity types of their arguments, and what a decoded answer looks like. */
export const contractFunctions = {
${entries.join('\n')}
} as const
`
}

function writeSource(source: string, abi: ContractAbi): string {
  // Line ends do not make another contract: a checkout on Windows deploys the same source.
  const text = source.replaceAll('\r\n', '\n').replace(/[\\`]|\$(?=\{)/g, (special) => `\\${special}`)
  return `${header}
/** The Clarity version that the contract is deployed as. */
export const clarityVersion = ${abi.clarity_version.slice('Clarity'.length)}

/** The contract itself: what is deployed is what this client was generated from. */
export const contractSource = \`${text}\`
`
}

function writeSchema(type: AbiType): string {
  if (type === 'uint128' || type === 'int128') return 'z.bigint()'
  if (type === 'bool') return 'z.boolean()'
  if (type === 'principal') return 'z.string()'
  if (type === 'none') return 'z.null()'
  if ('optional' in type) return `${writeSchema(type.optional)}.nullable()`
  if ('list' in type) return `z.array(${writeSchema(type.list.type)})`
  if ('string-ascii' in type) return 'z.string()'
  if ('response' in type) {
    const { ok, error } = type.response
    return `z.union([z.strictObject({ ok: ${writeSchema(ok)} }), z.strictObject({ error: ${writeSchema(error)} })])`
  }
  const fields = type.tuple.map((field) => `${toCamelCase(field.name)}: ${writeSchema(field.type)}`)
  return `z.strictObject({ ${fields.join(', ')} })`
}
