import { acting } from './acting.ts'
import { answering } from './answering.ts'
import { asking } from './asking.ts'
import { consenting } from './consenting.ts'
import { deciding } from './deciding.ts'
import { ending } from './ending.ts'
import { linking } from './linking.ts'
import { living } from './living.ts'
import { looking } from './looking.ts'
import type { Scenario } from './Scenario.ts'
import { watching } from './watching.ts'

/** Everything that every platform has to play. */
export const scenarios: readonly Scenario[] = [
  ...linking,
  ...looking,
  ...asking,
  ...consenting,
  ...deciding,
  ...acting,
  ...ending,
  ...living,
  ...watching,
  ...answering,
]
