import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { listRoutes, toPattern } from '../testing/listRoutes.ts'

const page = await readFile(new URL('../docs/fidelity.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| (`(?:GET|POST|DELETE) .*?) \| (same|differs|missing) \|/gm)]
const served = listRoutes().filter((route) => !/^\w+ \/local(\/|$)/.test(route))

function routesOf(isServed: boolean): string[] {
  return rows
    .filter(([, , fidelity]) => (fidelity === 'missing') !== isServed)
    .flatMap(([, routes = '']) =>
      [...routes.matchAll(/`([^`]+)`/g)].map(([, route = '']) => toPattern(route)),
    )
}

test('every route that is served stands in the table of fidelity, once', () => {
  expect(routesOf(true).toSorted()).toEqual(served.toSorted())
})

test('no route that is served is told to be missing', () => {
  expect(routesOf(false).length).toBeGreaterThan(30)
  expect(routesOf(false).filter((route) => served.includes(route))).toEqual([])
})
