import { z } from 'zod'
import { FaucetRefusedError } from '../../errors/FaucetRefusedError.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { parsePrincipal } from '../extended/parsePrincipal.ts'
import { readOptions } from './readOptions.ts'

const optionsSchema = z.strictObject({
  address: z.string().min(1),
  /** µSTX; as a string beyond what a JSON number can tell. */
  amount: z
    .union([z.number().int().min(1), z.string().regex(/^[1-9]\d{0,18}$/, 'has to be µSTX in digits')])
    .transform(BigInt)
    .optional(),
})

/** `POST /local/faucet`: gives STX to an address, or to a contract. */
export function localFaucet(app: App, { faucet }: RouteDeps): void {
  app.post('/local/faucet', async (c) => {
    const read = await readOptions(c, optionsSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    const { amount } = read.options
    try {
      const address = parsePrincipal(read.options.address)
      return c.json(await faucet.give({ address, ...(amount === undefined ? {} : { amount }) }))
    } catch (error) {
      if (!(error instanceof FaucetRefusedError)) throw error
      return c.json({ error: 'Bad Request', message: error.shortMessage }, 400)
    }
  })
}
