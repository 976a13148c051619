import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** MediKey's own manifest, so that the double grants the app in a test what Slack grants it, and nothing else. */
export function readManifest(): unknown {
  return parse(readFileSync(new URL('../manifest.yaml', import.meta.url), 'utf8'))
}
