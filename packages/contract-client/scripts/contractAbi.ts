import { z } from 'zod'

/** A Clarity type as the VM's contract interface spells it. */
export type AbiType =
  | 'uint128'
  | 'int128'
  | 'bool'
  | 'principal'
  | 'none'
  | { optional: AbiType }
  | { response: { ok: AbiType; error: AbiType } }
  | { tuple: { name: string; type: AbiType }[] }
  | { list: { type: AbiType; length: number } }
  | { 'string-ascii': { length: number } }

const abiType: z.ZodType<AbiType> = z.lazy(() =>
  z.union([
    z.enum(['uint128', 'int128', 'bool', 'principal', 'none']),
    z.strictObject({ optional: abiType }),
    z.strictObject({ response: z.strictObject({ ok: abiType, error: abiType }) }),
    z.strictObject({ tuple: z.array(z.strictObject({ name: z.string(), type: abiType })) }),
    z.strictObject({ list: z.strictObject({ type: abiType, length: z.int() }) }),
    z.strictObject({ 'string-ascii': z.strictObject({ length: z.int() }) }),
  ]),
)

/** The part of a contract interface that the generator reads. */
export const contractAbi = z.object({
  functions: z.array(
    z.object({
      name: z.string(),
      access: z.enum(['private', 'public', 'read_only']),
      args: z.array(z.object({ name: z.string(), type: abiType })),
      outputs: z.object({ type: abiType }),
    }),
  ),
  clarity_version: z.string().regex(/^Clarity[1-9]$/),
  variables: z.array(z.object({ name: z.string(), type: abiType, access: z.enum(['constant', 'variable']) })),
})

export type ContractAbi = z.infer<typeof contractAbi>
