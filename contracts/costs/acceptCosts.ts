import { writeFileSync } from 'node:fs'
import { measureCosts } from './measureCosts.ts'

writeFileSync(new URL('baseline.json', import.meta.url), `${JSON.stringify(await measureCosts(), null, 2)}\n`)
