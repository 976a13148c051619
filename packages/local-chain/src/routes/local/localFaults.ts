import { faultSchema } from '../../http/Faults.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'

/** `/local/faults`: asks for faults by route and count, lists what is still to happen, forgets it. */
export function localFaults(app: App, { faults }: RouteDeps): void {
  app.post('/local/faults', async (c) => {
    const read = await readOptions(c, faultSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    faults.add(read.options)
    return c.json({ faults: faults.list() })
  })
  app.get('/local/faults', (c) => c.json({ faults: faults.list() }))
  app.delete('/local/faults', (c) => {
    faults.clear()
    return c.json({ faults: [] })
  })
}
