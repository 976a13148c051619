import { readFileSync } from 'node:fs'
import { alertsSchema, digestSchema, monitorsSchema, rules } from '@medikey/core'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const page = readFileSync(new URL('../docs/monitoring.md', import.meta.url), 'utf8')
const [settings, others] = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => parse(text ?? ''))

/** The names of settings within settings, `heartbeat.factor` for one. */
function listNames(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [prefix]
  return Object.entries(value).flatMap(([name, inner]) =>
    listNames(inner, prefix === '' ? name : `${prefix}.${name}`),
  )
}

test('the settings of docs/monitoring.md are the defaults', () => {
  expect(monitorsSchema.parse(settings.monitors)).toEqual(monitorsSchema.parse({}))
  expect(alertsSchema.parse(others.alerts)).toEqual(alertsSchema.parse({}))
  expect(digestSchema.parse(others.digest)).toEqual(digestSchema.parse({}))
})

test('no setting is left out', () => {
  const common = /^[^.]+\.(enabled|cron|severity|for)$/
  const known = listNames(monitorsSchema.parse({})).filter((name) => !common.test(name))
  expect(listNames(settings.monitors)).toEqual(expect.arrayContaining(known))
})

test('every rule stands in its table under its monitor', () => {
  let monitor = ''
  const rows = [...page.matchAll(/^\| (?:`([a-z-]+)` )?\| `([a-z-]+)` \|/gm)].map(([, name, rule]) => {
    monitor = name ?? monitor
    return [rule, monitor]
  })
  const known = Object.entries(rules).map(([rule, { monitor: its }]) => [rule, its])
  expect(rows.sort()).toEqual(known.sort())
})
