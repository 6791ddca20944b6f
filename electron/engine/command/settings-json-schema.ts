import { z } from 'zod'
import { settingsSchema } from '../../shared/settings/settings.ts'

/** The settings file's JSON Schema, for editors that complete and check. Printed by `intray settings schema`. */
export function settingsJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(settingsSchema, { io: 'input' })
  return {
    $schema,
    $id: 'urn:intray:settings',
    title: 'Settings of Intray',
    ...schema,
  }
}
