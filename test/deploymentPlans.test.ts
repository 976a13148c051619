import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { clarityVersion } from '@medikey/contract-client'
import { getPersona } from 'medikey'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '..')

const planSchema = z.strictObject({
  id: z.literal(0),
  name: z.string(),
  network: z.enum(['devnet', 'testnet', 'mainnet']),
  'stacks-node': z.url(),
  'bitcoin-node': z.url(),
  plan: z.strictObject({
    batches: z.tuple([
      z.strictObject({
        id: z.literal(0),
        transactions: z.tuple([
          z.strictObject({
            'contract-publish': z.strictObject({
              'contract-name': z.string(),
              'expected-sender': z.string(),
              cost: z.int(),
              path: z.string(),
              'anchor-block-only': z.boolean(),
              'clarity-version': z.int(),
            }),
          }),
        ]),
        epoch: z.string(),
      }),
    ]),
  }),
})

test.each([
  ['devnet', getPersona('cmo').principal],
  ['testnet', 'YOUR-TESTNET-ADDRESS'],
  ['mainnet', 'YOUR-MAINNET-ADDRESS'],
])(
  'the plan for %s publishes medvault as the manifest has it, at a price that nodes take',
  (network, sender) => {
    const plan = planSchema.parse(
      parse(readFileSync(join(ROOT, 'deployments', `default.${network}-plan.yaml`), 'utf8')),
    )
    expect(plan.network).toBe(network)
    const [batch] = plan.plan.batches
    const [{ 'contract-publish': publish }] = batch.transactions
    const manifest = readFileSync(join(ROOT, 'Clarinet.toml'), 'utf8')
    expect(manifest).toContain(`[contracts.${publish['contract-name']}]`)
    expect(manifest).toContain(`path = "${publish.path}"`)
    expect(manifest).toContain(`clarity_version = ${publish['clarity-version']}`)
    expect(manifest).toContain(`epoch = "${batch.epoch}"`)
    expect(publish['clarity-version']).toBe(clarityVersion)
    // What the plan cannot know no plan may guess: another's address would make another the Chief Medical Officer.
    expect(publish['expected-sender']).toBe(sender)
    // 1 µSTX a byte of the transaction, which is the source and less than 1000 bytes around it.
    expect(publish.cost).toBeGreaterThan(statSync(join(ROOT, publish.path)).size + 1000)
  },
)
