import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/**
 * The versions of packages as they are installed for this room, and of Node.
 *
 * @example
 * readVersions(['@slack/bolt']) // { node: '24.21.0', '@slack/bolt': '5.1.0' }
 */
export function readVersions(names: readonly string[]): Record<string, string> {
  return {
    node: process.versions.node,
    ...Object.fromEntries(names.map((name) => [name, readVersion(name)])),
  }
}

function readVersion(name: string): string {
  const path = findPackageJSON(name, import.meta.url)
  if (path === undefined) return 'unknown'
  return JSON.parse(readFileSync(path, 'utf8')).version
}
