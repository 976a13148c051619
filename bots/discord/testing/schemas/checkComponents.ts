import { z } from 'zod'
import { ServerFailure } from '../server/ServerFailure.ts'
import { legacyComponentSchema, type MessageComponent, messageComponentSchema } from './componentSchema.ts'
import type { FormIssue } from './FormIssue.ts'
import { listComponents } from './listComponents.ts'
import { parseForm } from './parseForm.ts'
import { refuseForm } from './refuseForm.ts'

const LARGEST_TEXT = 4000
const MOST_COMPONENTS = 40

/**
 * Discord's own failure, undocumented and measured by others: UTF-8 bytes of all texts and 12 for each.
 *
 * @see https://github.com/discord/discord-api-docs/issues/8554
 */
const LARGEST_PROCESSED = 10_170

const legacySchema = z.array(legacyComponentSchema).max(5)
const schema = z.array(messageComponentSchema)

/**
 * Checks a message's components against Discord's limits.
 *
 * @param options.at where in the body they stand
 * @throws ApiRefusal 50035; ServerFailure where Discord itself fails
 */
export function checkComponents(
  value: unknown,
  options: { isV2: boolean; at: readonly string[] },
): MessageComponent[] {
  const { isV2, at } = options
  const components = parseForm(isV2 ? schema : legacySchema, value, { at })
  const all = listComponents(components)
  const issues: FormIssue[] = []
  const numbers = all.flatMap(({ id }) => id || [])
  if (new Set(numbers).size < numbers.length)
    issues.push({
      path: at,
      code: 'COMPONENT_ID_DUPLICATED',
      message: 'Component id cannot be duplicated',
    })
  const customIds = all.flatMap((component) => ('custom_id' in component ? [component.custom_id] : []))
  if (new Set(customIds).size < customIds.length)
    issues.push({
      path: at,
      code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
      message: 'Component custom id cannot be duplicated',
    })
  if (all.length > MOST_COMPONENTS)
    issues.push({
      path: at,
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `Total number of components exceeds ${MOST_COMPONENTS}`,
    })
  const texts = all.flatMap((component) => ('content' in component ? [component.content] : []))
  if (texts.reduce((sum, text) => sum + text.length, 0) > LARGEST_TEXT)
    issues.push({
      path: at,
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `Components displayable text size exceeds maximum size of ${LARGEST_TEXT}`,
    })
  if (issues.length > 0) throw refuseForm(...issues)
  if (texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0) > LARGEST_PROCESSED)
    throw new ServerFailure()
  return components
}
