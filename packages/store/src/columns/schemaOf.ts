import type { ZodType, z } from 'zod'

/**
 * Says that a schema describes exactly the type: whoever adds to core's type and not to the schema is told by the
 * compiler, not by a value that is refused one day.
 *
 * @example
 * const platformSchema = schemaOf<Platform>()(z.enum(['slack', 'discord', 'terminal']))
 */
export const schemaOf =
  <T>() =>
  <S extends ZodType<T>>(schema: S & ([T] extends [z.input<S>] ? unknown : never)): ZodType<T> =>
    schema
